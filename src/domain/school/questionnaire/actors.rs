//! « Carte des acteurs »: who can accompany a school during its positioning or after it, as the source's
//! diagram names them (« L’accompagnement et la formation », lines 249–306 of the source's text). That
//! text came without the diagram's arrows: a role is given only where it is certain, and an actor whose
//! place the text does not say stands where its name or its expansion puts it.

/// « Acteur » of the diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Short name, as the source gives it.
    pub name: &'static str,
    /// How near it is to the school.
    pub circle: Circle,
    /// Words of its name that the glossary explains.
    pub terms: &'static [&'static str],
    /// What the glossary does not say of it, or nothing.
    pub about: &'static str,
    /// What it brings, where the source says so.
    pub roles: &'static [&'static str],
    /// Id of the link that the source gives for it.
    pub resource: Option<&'static str>,
}

/// How near an actor is to the school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Circle {
    /// In the school itself.
    School,
    /// In its region.
    Region,
    /// For the whole country.
    Nation,
    /// « Collectivités territoriales ».
    Authorities,
}

impl Circle {
    /// The four, nearest first.
    pub const ALL: [Self; 4] = [Self::School, Self::Region, Self::Nation, Self::Authorities];
}

/// Help that the diagram names too, and that this table gives to nobody.
pub const UNATTRIBUTED: [&str; 4] = ["ressources", "proximité", "ENT", "GAR"];

/// Named by the diagram, and by nothing else in the source: neither what it stands for nor how near it is.
pub const UNEXPLAINED: &str = "INA";

/// What most rows share.
const NOBODY: Actor = Actor {
    name: "",
    circle: Circle::School,
    terms: &[],
    about: "",
    roles: &[],
    resource: None,
};

/// Every actor whose place is known, nearest first.
pub const ACTORS: [Actor; 14] = [
    Actor {
        name: "Référent NumEA",
        terms: &["NumEA"],
        ..NOBODY
    },
    Actor {
        name: "Professeur TIM",
        terms: &["TIM"],
        ..NOBODY
    },
    Actor {
        name: "TFR IBA",
        about: "Technicien de formation et de recherche en informatique, bureautique et audiovisuel.",
        ..NOBODY
    },
    Actor {
        name: "Professeur documentaliste",
        ..NOBODY
    },
    Actor {
        name: "TFR Doc",
        about: "Technicien de formation et de recherche en documentation.",
        ..NOBODY
    },
    Actor {
        name: "DRTIC",
        circle: Circle::Region,
        terms: &["DRTIC"],
        resource: Some("drtic"),
        ..NOBODY
    },
    Actor {
        name: "DRAAF-SRFD ou DAAF-SFD",
        circle: Circle::Region,
        terms: &["DRAAF", "SRFD", "DAAF", "SFD"],
        resource: Some("draaf-srfd"),
        ..NOBODY
    },
    Actor {
        name: "Référent régional",
        circle: Circle::Region,
        ..NOBODY
    },
    Actor {
        name: "DGER",
        circle: Circle::Nation,
        terms: &["DGER"],
        resource: Some("numerique"),
        ..NOBODY
    },
    Actor {
        name: "DNA",
        circle: Circle::Nation,
        terms: &["DNA"],
        resource: Some("dna"),
        ..NOBODY
    },
    Actor {
        name: "RENADOC",
        circle: Circle::Nation,
        terms: &["RENADOC"],
        resource: Some("renadoc"),
        ..NOBODY
    },
    Actor {
        name: "ENA",
        circle: Circle::Nation,
        terms: &["ENA"],
        ..NOBODY
    },
    Actor {
        name: "ACOUSTICE et M@gistère",
        circle: Circle::Nation,
        terms: &["ACOUSTICE", "M@gistère"],
        ..NOBODY
    },
    Actor {
        name: "Collectivités territoriales",
        circle: Circle::Authorities,
        roles: &["conseils", "achats", "maintenance"],
        ..NOBODY
    },
];
