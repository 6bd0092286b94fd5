//! Workbooks that LibreOffice saved: one that it filled, kept as fixtures, and our own saved again by the LibreOffice of this
//! machine, where there is one (`cargo xtask torture --only libreoffice`). Beside them what it computes and what it refuses
//! (`calc`), and our papers as its word processor opens them (`writer`).

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
use std::path::PathBuf;
use std::process::Command;

use crate::support::{OFFICIAL, any_dossier, day, item};

mod calc;
mod writer;

const MACRO: &str = include_str!("../fixtures/libreoffice/fill.bas");
const FILLED: [(&str, &[u8]); 2] = [
    (
        "filled.ods",
        include_bytes!("../fixtures/libreoffice/filled.ods"),
    ),
    (
        "filled.xlsx",
        include_bytes!("../fixtures/libreoffice/filled.xlsx"),
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

/// A folder of its own, with a profile of LibreOffice in it.
struct Office {
    folder: PathBuf,
}

impl Office {
    /// `None`, with a figure that says so, where LibreOffice is not installed.
    fn start(name: &str) -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("numea-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let office = Self { folder };
        if office.run(&["--version"]) {
            return Some(office);
        }
        println!("\nfigure|{name} with LibreOffice|0|not installed here");
        None
    }

    fn run(&self, arguments: &[&str]) -> bool {
        let program = std::env::var(VARIABLE).unwrap_or_else(|_| "soffice".to_owned());
        let profile = self.folder.join("profile").display().to_string();
        let mut command = Command::new(program);
        command
            .arg(format!("-env:UserInstallation=file://{profile}"))
            .args(["--headless", "--norestore"])
            .args(arguments);
        command.status().is_ok_and(|status| status.success())
    }

    fn path(&self, name: &str) -> String {
        self.folder.join(name).display().to_string()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.folder.join(name), bytes).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).unwrap_or_else(|why| panic!("{name}: {why}"))
    }

    /// Saves a file in another kind, into a folder named after its ending, and reads that one; `options` come before the kind.
    fn convert(&self, name: &str, kind: &str, options: &[&str]) -> Vec<u8> {
        let ending = kind.split(':').next().unwrap();
        let (from, out) = (self.path(name), self.path(ending));
        let arguments = [options, &["--convert-to", kind, "--outdir", &out, &from]].concat();
        assert!(self.run(&arguments), "{name} as {kind}");
        let stem = name.rsplit_once('.').unwrap().0;
        self.read(&format!("{ending}/{stem}.{ending}"))
    }

    /// Runs a macro of `fill.bas` on files of the folder.
    fn call(&self, name: &str, files: &[&str]) {
        let files: Vec<_> = files
            .iter()
            .map(|file| format!("\"{}\"", self.path(file)))
            .collect();
        let call = format!("macro:///Standard.Fill.{name}({})", files.join(","));
        assert!(self.run(&[&call]), "{call}");
    }

    /// Installs the macros in the profile, which the program makes when it first starts.
    fn install_macros(&self) {
        self.write("first.csv", "a");
        // The first start may only make the profile.
        let _ = self.run(&[
            "--convert-to",
            "ods",
            "--outdir",
            &self.path("first"),
            &self.path("first.csv"),
        ]);
        let basic = self.folder.join("profile/user/basic/Standard");
        fs::create_dir_all(&basic).unwrap();
        let library = r#"<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false"><library:element library:name="Fill"/></library:library>"#;
        fs::write(basic.join("script.xlb"), library).unwrap();
        fs::write(
            basic.join("dialog.xlb"),
            library.replace(r#"<library:element library:name="Fill"/>"#, ""),
        )
        .unwrap();
        let code = MACRO
            .replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('>', "&gt;");
        let module = format!(
            r#"<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" script:language="StarBasic">{code}</script:module>"#
        );
        fs::write(basic.join("Fill.xba"), module).unwrap();
    }
}

fn workbook_of(dossier: &Dossier) -> Vec<u8> {
    workbook::write(dossier, &OFFICIAL, day("2026-11-27")).unwrap()
}

/// Some dossiers, the same at each run.
fn dossiers(count: usize) -> Vec<Dossier> {
    let mut runner = TestRunner::deterministic();
    (0..count)
        .map(|_| any_dossier().new_tree(&mut runner).unwrap().current())
        .collect()
}

#[test]
#[ignore = "wants LibreOffice: cargo xtask torture --only libreoffice"]
fn what_the_libreoffice_of_this_machine_saves_again_says_the_same() {
    let Some(office) = Office::start("workbooks") else {
        return;
    };
    office.write("blank.xlsx", workbook_of(&Dossier::default()));
    office.install_macros();
    office.call("Fill", &["blank.xlsx", "filled"]);
    for (name, _) in FILLED {
        says_what_was_filled(name, &office.read(name));
    }
    let mut done = 2;
    for (number, dossier) in dossiers(4).iter().enumerate() {
        let name = format!("own-{number}.xlsx");
        office.write(&name, workbook_of(dossier));
        for kind in ["ods", "xlsx:Calc MS Excel 2007 XML"] {
            let comparison = compared(&office.convert(&name, kind, &[]), dossier);
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
    println!("{}", office.folder.display());
}
