//! The grammar of JSON (RFC 8259): checks a text, and finds where its pieces begin and end.

use super::NotThis;

/// Runs a reading that must take the text whole, white space around it apart.
pub(super) fn whole<'a>(
    text: &'a str,
    read: impl FnOnce(&mut Scanner<'a>) -> Result<(), NotThis>,
) -> Result<(), NotThis> {
    let mut scanner = Scanner { text, at: 0 };
    scanner.space();
    read(&mut scanner)?;
    scanner.space();
    if scanner.at == text.len() {
        Ok(())
    } else {
        Err(NotThis)
    }
}

/// Where a text stops being JSON, in bytes; `None` where it is JSON.
pub(super) fn stops_at(text: &str, depth: u8) -> Option<usize> {
    let mut scanner = Scanner { text, at: 0 };
    scanner.space();
    if scanner.value(depth).is_err() {
        return Some(scanner.at);
    }
    scanner.space();
    (scanner.at < text.len()).then_some(scanner.at)
}

/// A place in a text that is being checked against the grammar of JSON (RFC 8259).
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Takes this byte, if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == Some(byte);
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, byte: u8) -> Result<(), NotThis> {
        if self.take(byte) {
            Ok(())
        } else {
            Err(NotThis)
        }
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// What lies between a place and here.
    fn since(&self, start: usize) -> Result<&'a str, NotThis> {
        self.text.get(start..self.at).ok_or(NotThis)
    }

    fn value(&mut self, depth: u8) -> Result<&'a str, NotThis> {
        let start = self.at;
        match self.peek().ok_or(NotThis)? {
            b'{' => self.object(depth, &mut |_, _| Ok(()))?,
            b'[' => self.array(depth, &mut |_| Ok(()))?,
            b'"' => self.string()?,
            b't' => self.word("true")?,
            b'f' => self.word("false")?,
            b'n' => self.word("null")?,
            _ => self.number()?,
        }
        self.since(start)
    }

    /// An object: calls `member` with each name and value, as raw texts.
    pub(super) fn object(
        &mut self,
        depth: u8,
        member: &mut dyn FnMut(&'a str, &'a str) -> Result<(), NotThis>,
    ) -> Result<(), NotThis> {
        let inner = depth.checked_sub(1).ok_or(NotThis)?;
        self.expect(b'{')?;
        self.until(b'}', &mut |scanner| {
            let start = scanner.at;
            scanner.string()?;
            let name = scanner.since(start)?;
            scanner.space();
            scanner.expect(b':')?;
            scanner.space();
            let value = scanner.value(inner)?;
            member(name, value)
        })
    }

    /// A list: calls `element` with each value, as raw text.
    pub(super) fn array(
        &mut self,
        depth: u8,
        element: &mut dyn FnMut(&'a str) -> Result<(), NotThis>,
    ) -> Result<(), NotThis> {
        let inner = depth.checked_sub(1).ok_or(NotThis)?;
        self.expect(b'[')?;
        self.until(b']', &mut |scanner| {
            let value = scanner.value(inner)?;
            element(value)
        })
    }

    /// Things parted by commas, up to this end.
    fn until(
        &mut self,
        end: u8,
        one: &mut dyn FnMut(&mut Self) -> Result<(), NotThis>,
    ) -> Result<(), NotThis> {
        self.space();
        if self.take(end) {
            return Ok(());
        }
        loop {
            one(self)?;
            self.space();
            if self.take(end) {
                return Ok(());
            }
            self.expect(b',')?;
            self.space();
        }
    }

    /// A string.
    pub(super) fn string(&mut self) -> Result<(), NotThis> {
        self.expect(b'"')?;
        loop {
            // A string that is not closed ends on its own line.
            let byte = self.peek().filter(|byte| *byte > 0x1f).ok_or(NotThis)?;
            self.at += 1;
            match byte {
                b'"' => return Ok(()),
                b'\\' => self.escape()?,
                _ => {}
            }
        }
    }

    fn escape(&mut self) -> Result<(), NotThis> {
        let byte = self.peek().ok_or(NotThis)?;
        self.at += 1;
        let digits = match byte {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => 0,
            b'u' => 4,
            _ => return Err(NotThis),
        };
        for _ in 0..digits {
            self.peek().filter(u8::is_ascii_hexdigit).ok_or(NotThis)?;
            self.at += 1;
        }
        Ok(())
    }

    fn word(&mut self, word: &str) -> Result<(), NotThis> {
        word.bytes().try_for_each(|byte| self.expect(byte))
    }

    fn number(&mut self) -> Result<(), NotThis> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(())
    }

    /// One digit at least.
    fn digits(&mut self) -> Result<(), NotThis> {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start {
            Ok(())
        } else {
            Err(NotThis)
        }
    }
}
