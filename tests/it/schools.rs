//! A generator of schools, seeded: the text of each is made by itself, from the format's documentation, with nothing of the
//! application.

use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// The official questionnaire as raw data: id of each item, and how many conditions each of its statements has.
pub static ITEMS: LazyLock<Vec<(String, [usize; 3])>> = LazyLock::new(|| {
    let text = include_str!("../../src/domain/school/questionnaire/official.json");
    let raw: Value = serde_json::from_str(text).unwrap();
    let list = |value: &Value, name: &str| value[name].as_array().unwrap().clone();
    let fields = list(&raw, "parts");
    let fields = fields.iter().flat_map(|part| list(part, "fields"));
    let items = fields.flat_map(|field| list(&field, "items"));
    let lens = |item: &Value| [0, 1, 2].map(|at| item["statements"][at].as_array().unwrap().len());
    items
        .map(|item| (item["id"].as_str().unwrap().to_owned(), lens(&item)))
        .collect()
});

const CENTRES: [&str; 5] = ["lycee", "cfa", "cfppa", "farm", "workshop"];

/// Numbers that look like any, and are the same for the same seed (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(sides).unwrap()).unwrap()
    }

    fn is(&mut self, percent: usize) -> bool {
        self.roll(100) < percent
    }
}

/// What somebody answered about an item: nothing, a state, or conditions.
fn answer(dice: &mut Dice, lens: [usize; 3], strength: usize) -> Option<Value> {
    match dice.roll(20) {
        0 => return None,
        1 => return Some(json!({ "state": "unknown", "note": "À vérifier avec le TIM" })),
        2 => return Some(json!({ "state": "not-applicable" })),
        3 => return Some(json!({ "state": "none" })),
        _ => {}
    }
    let mut ticked = Map::new();
    for (stage, len) in (1..).zip(lens) {
        let is_whole = dice.is(strength / stage);
        let numbers = (1..=len).filter(|_| is_whole || dice.is(30));
        let numbers: Vec<_> = numbers.collect();
        if !numbers.is_empty() {
            ticked.insert(stage.to_string(), json!(numbers));
        }
    }
    (!ticked.is_empty()).then(|| json!({ "ticked": ticked }))
}

/// The dossier of the school of this number.
pub fn school(seed: u64, number: usize) -> Value {
    let mut dice = Dice::of(seed ^ (u64::try_from(number).unwrap() << 32));
    let strength = 20 + dice.roll(80);
    let mut answers = Map::new();
    for (id, lens) in ITEMS.iter() {
        if let Some(answer) = answer(&mut dice, *lens, strength) {
            answers.insert(id.clone(), answer);
        }
    }
    let year = 2024 + dice.roll(3);
    let mut identity = json!({
        "school": format!("EPLEFPA n° {number} des Hautes‑Vallées de l’Aubrac et du Lévézou"),
        "schoolYear": year,
        "positionedOn": format!("{year}-11-{:02}", 1 + dice.roll(28)),
    });
    if dice.is(80) {
        identity["centre"] = json!(CENTRES[dice.roll(CENTRES.len())]);
    }
    let objectives = (1..=dice.roll(5)).map(|id| {
        let (item, _) = &ITEMS[dice.roll(ITEMS.len())];
        let field = item.rsplit_once('.').unwrap().0;
        let objective = json!({ "field": field, "item": item, "status": "to-start", "description": "Charte signée" });
        (id.to_string(), objective)
    });
    let objectives: Map<_, _> = objectives.collect();
    json!({
        "format": "numea-dossier", "version": 1,
        "editedAt": format!("{year}-12-01T08:00:{:02}", dice.roll(60)),
        "answers": answers,
        "identity": identity,
        "plan": { "lastId": objectives.len(), "objectives": objectives },
    })
}
