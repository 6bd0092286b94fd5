//! What the mutations start from: everything released, and what is known to hurt decoders.

use numea::documents::workbook::write;
use numea::domain::checksum::crc_32;
use numea::domain::formats::base64url::encode;
use numea::domain::formats::questionnaire::official;
use numea::domain::safekeeping::record::Record;
use numea::domain::school::dossier::Dossier;

/// Documents of every released kind.
pub const DOCUMENTS: [&str; 4] = [
    include_str!("../../it/fixtures/dossier-1-bin.json"),
    include_str!("../../it/fixtures/dossier-1.json"),
    include_str!("../../it/fixtures/dossier-1-plan.json"),
    r#"{"format":"numea-dossier","version":1,"answers":{"1.1.1":{"ticked":{"1":[1,2,31,32]}}},"later":[{"x":null}]}"#,
];
/// What can be undone and done again.
pub const HISTORY: &str = include_str!("../../it/fixtures/history-1.json");
pub const ADAPTATION: &str = include_str!("../../it/fixtures/adaptation-1.json");
pub const SMALL_QUESTIONNAIRE: &str = include_str!("../../it/fixtures/questionnaire-small-1.json");
pub const OFFICIAL_QUESTIONNAIRE: &str =
    include_str!("../../../src/domain/school/questionnaire/official.json");
const CENTRES: &str = include_str!("../../it/fixtures/centres-1.json");
const ENTRIES: &str = include_str!("../../it/fixtures/centres-entries-1.txt");
const LINKS: &str = include_str!("../../it/fixtures/links-1.txt");
const ANSWERS: [&str; 2] = [
    include_str!("../../it/fixtures/contributions-1.txt"),
    include_str!("../../it/fixtures/invitations-1.txt"),
];
const DOSSIER_LINKS: &str = include_str!("../../it/fixtures/dossier-links-1.txt");

/// Pieces of the formats, strung into texts by the mutations.
pub const WORDS: [&[u8]; 48] = [
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\\u",
    b"\\ud83d",
    b"\\ude9c",
    b"\\u0000",
    b"null",
    b"true",
    b"-0",
    b"1e999",
    b"0.1",
    b"00",
    b"18446744073709551616",
    b"4294967295",
    b"\"1.1.1\":",
    b"\"answers\":{",
    b"\"plan\":{\"objectives\":{",
    b"\"identity\":{",
    b"\"ticked\":",
    b"\"state\":\"none\"",
    b"\"note\":\"",
    b"\"version\":2",
    b"\"revision\":",
    b"#/r/",
    b"%23",
    b"%2Fr%2F",
    b"%25",
    b"=\r\n",
    b"\r\n> ",
    b"\xc2\xad",
    b"\xe2\x80\x8b",
    b"\xe2\x80\xae",
    b"\xef\xbb\xbf",
    b"\x00",
    b"\xff",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc3\xa9",
    b"AQAA",
    b"-_",
    b"2026-11-23T10:42:05",
];

fn owned(texts: &[&str]) -> Vec<Vec<u8>> {
    texts.iter().map(|text| text.as_bytes().to_vec()).collect()
}

/// JSON that is known to hurt: depth, twins, numbers without end, halves of characters, bytes that are
/// no UTF-8.
pub fn nasty() -> Vec<Vec<u8>> {
    let mut nasty = owned(&[
        "",
        "{}",
        r#"{"a":1,"a":2}"#,
        r#"{"a":"\ud800"}"#,
        r#"{"\udc00":1}"#,
        r#"["\ud83d\ude9c",-0,1e999,0.1e+10]"#,
        r#""\ud83d\ude9c \u0000\b\f\/""#,
        "\u{feff}{}",
        "{\"a\":\u{a0}1}",
        r#"{"__proto__":{"x":1},"constructor":null}"#,
    ]);
    nasty.push(nested("[", "]", 32));
    nasty.push(nested("[", "]", 33));
    nasty.push(nested("{\"a\":", "}", 31));
    nasty.push(b"[".repeat(10_000));
    nasty.push([b"[".as_slice(), &b"9".repeat(10_000), b"]"].concat());
    nasty.push(b"{\"a\":\"\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80\x00\"}".to_vec());
    nasty
}

fn nested(open: &str, close: &str, depth: usize) -> Vec<u8> {
    let inside = if close == "]" { "" } else { "1" };
    [&open.repeat(depth), inside, &close.repeat(depth)]
        .concat()
        .into_bytes()
}

pub fn json() -> Vec<Vec<u8>> {
    [nasty(), documents(), owned(&[SMALL_QUESTIONNAIRE])].concat()
}

pub fn documents() -> Vec<Vec<u8>> {
    [owned(&DOCUMENTS), nasty()].concat()
}

/// One file with several dossiers, and a dossier alone.
pub fn centres() -> Vec<Vec<u8>> {
    [owned(&[CENTRES; 8]), owned(&DOCUMENTS), nasty()].concat()
}

/// What the list says of dossiers.
pub fn entries() -> Vec<Vec<u8>> {
    let entries: Vec<_> = ENTRIES.lines().collect();
    [owned(&entries), owned(&entries), nasty()].concat()
}

/// Each document as a positioning that was taken.
pub fn positionings() -> Vec<Vec<u8>> {
    let taken = |document: &&str| {
        format!(
            r#"{{"day":"2026-06-30","dossier":{document},"format":"numea-positioning","id":"2026-06-30T10:00:00.1","name":"Conseil de juin","version":1}}"#
        )
    };
    let taken: Vec<_> = DOCUMENTS
        .iter()
        .map(taken)
        .map(String::into_bytes)
        .collect();
    [taken, nasty()].concat()
}

pub fn adaptations() -> Vec<Vec<u8>> {
    [owned(&[ADAPTATION; 8]), nasty()].concat()
}

pub fn histories() -> Vec<Vec<u8>> {
    [owned(&[HISTORY; 8]), nasty()].concat()
}

pub fn records() -> Vec<Vec<u8>> {
    let record = |(place, body): (usize, &&str)| Record {
        alone: (place % 2 == 1).then(|| "0badcafe".to_owned()),
        ..Record::new(place as u64, (*body).to_owned())
    };
    let records = DOCUMENTS.iter().enumerate().map(record);
    let mut seeds: Vec<_> = records.map(|record| record.write().into_bytes()).collect();
    seeds.extend(nasty());
    seeds
}

/// The golden codes.
pub fn links() -> Vec<Vec<u8>> {
    let codes = LINKS.lines().filter_map(|line| line.split('\t').nth(1));
    owned(&codes.collect::<Vec<_>>())
}

/// The golden codes of whole dossiers.
pub fn dossier_links() -> Vec<Vec<u8>> {
    let lines = DOSSIER_LINKS.lines();
    let codes = lines.filter_map(|line| Some(line.split_once('\t')?.0));
    owned(
        &codes
            .filter(|code| !code.starts_with('#'))
            .collect::<Vec<_>>(),
    )
}

pub fn pasted() -> Vec<Vec<u8>> {
    let wrapped = links().into_iter().flat_map(|code| {
        let code = String::from_utf8_lossy(&code).into_owned();
        [
            format!("https://exemple.fr/numea/#/r/{code}"),
            format!("Bonjour,\r\n> <https://exemple.fr/#/r/{code}>.\r\nBonne journée"),
            format!("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.fr%2F%23%2Fr%2F{code}&data=05"),
        ]
    });
    let all = wrapped.map(String::into_bytes).chain(links());
    all.chain([full_of_codes()]).collect()
}

/// A text each of whose starts of 8, 12, 16 … bytes bears its own checksum: as if it ended in many places.
fn full_of_codes() -> Vec<u8> {
    let mut bytes = vec![2, 0, 0, 0];
    while bytes.len() < 360 {
        bytes.extend(crc_32(&bytes).to_be_bytes());
    }
    encode(&bytes).into_bytes()
}

pub fn questionnaires() -> Vec<Vec<u8>> {
    // The small one more often: the official one is forty times as long.
    let small = [SMALL_QUESTIONNAIRE; 6];
    [owned(&small), owned(&[OFFICIAL_QUESTIONNAIRE]), nasty()].concat()
}

/// The file that is shipped, one that is filled, and links that must not be.
pub fn sites() -> Vec<Vec<u8>> {
    let sites = owned(&[
        include_str!("../../../public/site.json"),
        r#"{"editeur":"Lycée du Val","contacts_regionaux":["DRTIC : drtic@exemple.fr"],"questionnaires":[{"titre":"Grille","fichier":"grilles/x.json"}]}"#,
        "https://exemple.fr/#/",
        "mailto:dpo@exemple.fr",
        "javascript:alert(1)",
    ]);
    [sites, nasty()].concat()
}

/// A workbook of our own, and tables of every kind.
pub fn tables() -> Vec<Vec<u8>> {
    let questionnaire = official().unwrap();
    let day = "2026-11-27".parse().unwrap();
    let mut tables = owned(&[
        "Clé;Réponse;Note\n1.1.3/1;oui;\n1.1.3/2.1;x;\"a;\nb\"\n1.1.4;Ne sait pas;",
        "Items\tEtape 1\tEtape 2\tEtape 3\nLa charte numérique\tx\t\tX\n",
        "N°,Champ d’action,Objectif,Pilote,Échéance\n,1.1,Signer,Moi,01/02/2027\n7,1.2,Former,,46327",
    ]);
    tables.push(write(&Dossier::default(), &questionnaire, day).unwrap());
    tables
}

/// Files of many schools: dossiers, letters with links, zips.
pub fn networks() -> Vec<Vec<u8>> {
    [documents(), pasted(), tables()].concat()
}

/// The parts of workbooks that cells come from.
pub fn table_parts() -> Vec<Vec<u8>> {
    let cell = "<office:document><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"2\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"3\"><text:p>Clé<text:s text:c=\"4\"/></text:p></table:table-cell></table:table-row></table:table></office:document>";
    owned(&[
        cell,
        "<worksheet><sheetData><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>Clé_x000D_</t></is></c><c t=\"b\"><v>1</v></c><c s=\"1\"><v>1e300</v></c></row></sheetData></worksheet>",
        "<sst><si><t>Clé</t></si><si><r><t>&#233;&amp;</t></r><rPh><t>x</t></rPh></si></sst>",
        "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-40C]d\\ mmm\"/></numFmts><cellXfs><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
        "<!DOCTYPE a [<!ENTITY b \"&b;&b;\">]><workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"&b;\" r:id=\"r1\"/></sheets></workbook>",
    ])
}

pub fn addresses() -> Vec<Vec<u8>> {
    owned(&[
        "#/",
        "#/questionnaire/1.1",
        "#/questionnaire/2.3.2/3",
        "#/positionnement",
        "#/partage",
        "#/aide",
        "#/mentions",
        "#/accessibilite",
        "#/r/AQAA",
        "1.1",
        "255.255.255",
        "3",
        "4294967295",
        "2026-11-23",
        "2028-02-29T23:59:59",
    ])
}

/// Bytes that stand for choices: any will do, so long as they begin in many ways.
pub fn choices() -> Vec<Vec<u8>> {
    let mut state = 1_u32;
    let mut byte = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    (0..64)
        .map(|_| (0..128).map(|_| byte()).collect())
        .collect()
}

/// Codes of answers and invitations of version 1.
pub fn answers() -> Vec<Vec<u8>> {
    let lines = ANSWERS.iter().flat_map(|fixture| fixture.lines());
    let codes = lines.filter_map(|line| line.split('\t').nth(1));
    codes.map(|code| code.as_bytes().to_vec()).collect()
}

/// Codes of invitations that bring their questions along.
pub fn invitations() -> Vec<Vec<u8>> {
    let lines = include_str!("../../it/fixtures/invitations-2.txt").lines();
    let codes = lines.filter_map(|line| line.split('\t').nth(1));
    codes.map(|code| code.as_bytes().to_vec()).collect()
}

/// What people paste: links of answers, bare codes, what a hand scanner types, other codes.
pub fn gathered() -> Vec<Vec<u8>> {
    let lines: Vec<_> = answers()
        .into_iter()
        .map(|code| [b"https://exemple.fr/numea/#/c/", &code[..], b"\r\n"].concat())
        .collect();
    let typed = "httpsM!!exemple:fr!3!c!'QR\"&é_è\n".as_bytes().to_vec();
    [vec![lines.concat(), typed], lines, pasted(), answers()].concat()
}
