//! What a scanner held in the hand makes of a code. It types the keys of an American keyboard, and a computer set to French
//! (AZERTY) reads « HA&&é » for « HA112 ».

/// A keyboard through which a scanner may have typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyboard {
    /// The same that the scanner believes in: nothing changes.
    Same,
    /// French, of Windows and Linux.
    French,
    /// French, of Apple.
    FrenchApple,
}

impl Keyboard {
    /// Every one, what changes nothing first.
    pub const ALL: [Self; 3] = [Self::Same, Self::French, Self::FrenchApple];

    /// What the scanner read, where this keyboard showed that letter.
    pub fn read_as(self, shown: char) -> char {
        match (self, shown) {
            (Self::Same, shown) => shown,
            (Self::French, '-') | (Self::FrenchApple, '§') => '6',
            (Self::French, '_') | (Self::FrenchApple, '!') => '8',
            // Keys of no letter of a code.
            (Self::FrenchApple, '-' | '_') => ' ',
            (Self::French | Self::FrenchApple, shown) => french(shown),
        }
    }
}

/// What both French keyboards have at the same place.
fn french(shown: char) -> char {
    match shown {
        'a' => 'q',
        'q' => 'a',
        'z' => 'w',
        'w' => 'z',
        'A' => 'Q',
        'Q' => 'A',
        'Z' => 'W',
        'W' => 'Z',
        ',' => 'm',
        '?' => 'M',
        '&' => '1',
        'é' => '2',
        // Programs of text make them curved.
        '"' | '“' | '”' => '3',
        '\'' | '’' | '‘' => '4',
        '(' => '5',
        'è' => '7',
        'ç' => '9',
        'à' => '0',
        ')' => '-',
        '°' => '_',
        'm' => ';',
        'M' => ':',
        '!' => '/',
        // A digit is what Shift makes of these keys, which no letter of a code wants.
        '0'..='9' => '#',
        other => other,
    }
}
