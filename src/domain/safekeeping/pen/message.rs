//! What tabs say to each other of the pen.

/// A tab. Grows with the moment at which the tab was opened.
pub type TabId = u64;

/// What a tab says to the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who says it.
    pub from: TabId,
    /// What.
    pub word: Word,
}

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// I am here; has anyone the pen?
    Hello,
    /// I have the pen.
    Mine,
    /// What is kept may have changed.
    Saved,
    /// The person wants the pen here.
    Ask,
    /// This tab may take the pen: my work is kept.
    Given(TabId),
    /// I have taken the pen, from whoever had it.
    Taken,
    /// I leave, with the pen.
    Gone,
    /// The person had all that is kept erased.
    Erased,
    /// I wrote too late, after another tab had the pen: my text is a dated copy.
    Copied,
}

impl Message {
    /// The message as text.
    pub fn write(self) -> String {
        let (name, to) = match self.word {
            Word::Hello => ("hello", 0),
            Word::Mine => ("mine", 0),
            Word::Saved => ("saved", 0),
            Word::Ask => ("ask", 0),
            Word::Given(to) => ("given", to),
            Word::Taken => ("taken", 0),
            Word::Gone => ("gone", 0),
            Word::Erased => ("erased", 0),
            Word::Copied => ("copied", 0),
        };
        format!("{name} {} {to}", self.from)
    }

    /// Reads a message. `None` for what is not one, or not one that this version knows.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let (name, from, to) = (parts.next()?, parts.next()?, parts.next()?);
        let word = match name {
            "hello" => Word::Hello,
            "mine" => Word::Mine,
            "saved" => Word::Saved,
            "ask" => Word::Ask,
            "given" => Word::Given(to.parse().ok()?),
            "taken" => Word::Taken,
            "gone" => Word::Gone,
            "erased" => Word::Erased,
            "copied" => Word::Copied,
            _ => return None,
        };
        let from = from.parse().ok()?;
        Some(Self { from, word })
    }
}
