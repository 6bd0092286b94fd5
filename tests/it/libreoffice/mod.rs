//! Workbooks that LibreOffice saved: one that it filled, kept as fixtures, and our own saved again by the LibreOffice of this
//! machine, where there is one (`cargo xtask torture --only libreoffice`).

use numea::documents::reading::read;
use numea::documents::understanding::understand;
use numea::documents::workbook;
use numea::domain::school::answers::{Declared, Response, Ticks};
use numea::domain::school::dossier::Dossier;
use numea::domain::school::import::{Comparison, compare, take};
use numea::domain::school::plan::Status;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{OFFICIAL, any_dossier, day, item};

const MACRO: &str = include_str!("fixtures/libreoffice/fill.bas");
const FILLED: [(&str, &[u8]); 2] = [
    (
        "filled.ods",
        include_bytes!("fixtures/libreoffice/filled.ods"),
    ),
    (
        "filled.xlsx",
        include_bytes!("fixtures/libreoffice/filled.xlsx"),
    ),
];
/// Names the program, where it is not `soffice`.
const VARIABLE: &str = "NUMEA_SOFFICE";

fn compared(bytes: &[u8], dossier: &Dossier) -> Comparison {
    let tables = read(bytes).unwrap();
    compare(&understand(&tables, &OFFICIAL).unwrap(), dossier, &OFFICIAL)
}

fn says_what_was_filled(name: &str, bytes: &[u8]) {
    let comparison = compared(bytes, &Dossier::default());
    assert_eq!(comparison.troubles, [], "{name}");
    assert!(
        comparison.lines.iter().all(|line| line.remark.is_none()),
        "{name}: {:?}",
        comparison.lines
    );
    let taken = take(&Dossier::default(), &comparison.lines);
    let ticks = |bits| Response::from_ticks(Ticks::from_bits(bits));
    for (id, response) in [
        ("1.1.2", ticks([1, 0, 0])),
        ("1.1.3", ticks([3, 0, 0])),
        ("1.2.1", ticks([3, 0, 0])),
        ("1.3.1", ticks([0, 0, 1])),
        ("1.3.2", Response::Declared(Declared::NotApplicable)),
        ("1.1.5", Response::Unanswered),
    ] {
        assert_eq!(taken.answers.response(item(id)), response, "{name}: {id}");
    }
    assert_eq!(
        taken.answers.get(item("1.1.4")).note,
        "Vu en conseil :\nà revoir",
        "{name}"
    );
    let (_, objective) = taken.plan.iter().next().unwrap();
    assert_eq!(
        (objective.description.as_str(), objective.lead.as_str()),
        ("Faire signer la charte", "Proviseure")
    );
    assert_eq!(
        (objective.due, objective.status),
        (Some(day("2027-03-31")), Status::Ongoing),
        "{name}"
    );
    assert_eq!(comparison.lines.len(), 7, "{name}");
}

#[test]
fn a_workbook_filled_and_saved_by_libreoffice_is_read_with_its_folded_rows_moved_columns_and_deleted_line()
 {
    for (name, bytes) in FILLED {
        says_what_was_filled(name, bytes);
    }
}

fn soffice(folder: &Path, arguments: &[&str]) -> bool {
    let program = std::env::var(VARIABLE).unwrap_or_else(|_| "soffice".to_owned());
    let profile = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let mut command = Command::new(program);
    command
        .arg(profile)
        .args(["--headless", "--norestore"])
        .args(arguments);
    command.status().is_ok_and(|status| status.success())
}

/// Installs the macro in the profile of this folder, which the program makes anew when it first starts.
fn install_macro(folder: &Path) {
    let first = folder.join("blank.xlsx").display().to_string();
    let out = folder.join("first").display().to_string();
    // The first start may only make the profile.
    let _ = soffice(folder, &["--convert-to", "csv", "--outdir", &out, &first]);
    let basic = folder.join("profile/user/basic/Standard");
    fs::create_dir_all(&basic).unwrap();
    let library = r#"<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Fill"/></library:library>"#;
    fs::write(basic.join("script.xlb"), library).unwrap();
    fs::write(
        basic.join("dialog.xlb"),
        library.replace(r#"<library:element library:name="Fill"/>"#, ""),
    )
    .unwrap();
    let code = MACRO.replace('&', "&amp;").replace('<', "&lt;");
    let module = format!(
        r#"<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">{code}</script:module>"#
    );
    fs::write(basic.join("Fill.xba"), module).unwrap();
}

#[test]
#[ignore = "wants LibreOffice: cargo xtask torture --only libreoffice"]
fn what_the_libreoffice_of_this_machine_saves_again_says_the_same() {
    let folder = std::env::temp_dir().join(format!("numea-libreoffice-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    if !soffice(&folder, &["--version"]) {
        println!("\nfigure|workbooks saved again by LibreOffice|0|not installed here");
        return;
    }
    let write = |dossier: &Dossier| workbook::write(dossier, &OFFICIAL, day("2026-11-27")).unwrap();
    let path = |name: &str| folder.join(name).display().to_string();
    fs::write(path("blank.xlsx"), write(&Dossier::default())).unwrap();
    install_macro(&folder);
    let call = format!(
        "macro:///Standard.Fill.Fill(\"{}\",\"{}\")",
        path("blank.xlsx"),
        path("filled")
    );
    assert!(soffice(&folder, &[&call]));
    for (name, _) in FILLED {
        says_what_was_filled(name, &fs::read(path(name)).unwrap());
    }
    let mut runner = TestRunner::deterministic();
    let mut done = 2;
    for number in 0..4 {
        let dossier = any_dossier().new_tree(&mut runner).unwrap().current();
        let name = format!("own-{number}.xlsx");
        fs::write(path(&name), write(&dossier)).unwrap();
        for (kind, folder_name) in [("ods", "ods"), ("xlsx:Calc MS Excel 2007 XML", "xlsx")] {
            let out = path(folder_name);
            assert!(soffice(
                &folder,
                &["--convert-to", kind, "--outdir", &out, &path(&name)]
            ));
            let saved = folder
                .join(folder_name)
                .join(format!("own-{number}.{folder_name}"));
            let comparison = compared(&fs::read(saved).unwrap(), &dossier);
            assert_eq!(
                (comparison.lines, comparison.troubles),
                (Vec::new(), Vec::new()),
                "{kind}"
            );
            done += 1;
        }
    }
    println!("\nfigure|workbooks saved again by LibreOffice|{done}|each read as it was filled");
    // The folder holds the fixtures, for whoever renews them.
    println!("{}", folder.display());
}
