//! What is known of the device, and of the place of the page on it.

/// What the page is shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A tab or a window of its own.
    None,
    /// A frame of a page of the same site: what is kept is the same as in a tab.
    Same,
    /// A frame of another site: browsers keep its data apart, or none.
    Other,
    /// A frame that its page sealed off (`sandbox`): nothing can be kept.
    Sealed,
}

/// How far the page is cached for work without a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offline {
    /// This browser does not do it at this address.
    Impossible,
    /// It was tried, and the browser refused: a file is missing, is not of this version or has not its type.
    Refused,
    /// It could, and has not yet.
    NotYet,
    /// It is being fetched.
    Fetching,
    /// It is cached.
    Cached,
    /// It is cached, and a newer version waits.
    NewerWaits,
}

/// Why codes cannot be read by the camera.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoCamera {
    /// The page came over plain http: browsers give it no camera.
    Insecure,
    /// The person, or the host of the page, does not allow it.
    Refused,
    /// The page is in a frame of another site, which does not allow it.
    Framed,
    /// There is no camera, or the browser cannot use any.
    Missing,
    /// Another program has it.
    Busy,
    /// What reads the pictures could not be fetched.
    NoReader,
}
