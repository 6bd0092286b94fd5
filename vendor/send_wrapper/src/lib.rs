//! Stands in for the crate of this name, by which Leptos holds what belongs to one thread. A page has one thread, so there is
//! nothing to check; asking the standard library which thread runs brings its allocator along, beside that of the page, which
//! weighs on every first visit. Elsewhere than in a page a value is refused to other threads, as by the real crate.

use std::fmt::{self, Debug, Display, Formatter};
use std::ops::{Deref, DerefMut};

/// A value of one thread, in a type that may be handed to others.
pub struct SendWrapper<T> {
    data: T,
    #[cfg(not(target_arch = "wasm32"))]
    thread: std::thread::ThreadId,
}

#[cfg(all(target_arch = "wasm32", target_feature = "atomics"))]
compile_error!("with threads, the real send_wrapper is needed: take its stand-in out of Cargo.toml");

// SAFETY: the value is only reached on its own thread. A page without shared memory has one; elsewhere `check` stops others.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Holds a value of this thread.
    pub fn new(data: T) -> Self {
        Self {
            data,
            #[cfg(not(target_arch = "wasm32"))]
            thread: std::thread::current().id(),
        }
    }

    /// Whether this is the thread of the value.
    pub fn valid(&self) -> bool {
        #[cfg(not(target_arch = "wasm32"))]
        return self.thread == std::thread::current().id();
        #[cfg(target_arch = "wasm32")]
        true
    }

    /// Gives the value back.
    pub fn take(self) -> T {
        self.check();
        #[cfg(not(target_arch = "wasm32"))]
        {
            let this = std::mem::ManuallyDrop::new(self);
            // SAFETY: `this` is never used again, nor dropped.
            unsafe { std::ptr::read(&this.data) }
        }
        #[cfg(target_arch = "wasm32")]
        self.data
    }

    fn check(&self) {
        assert!(self.valid(), "a value of another thread");
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T> Drop for SendWrapper<T> {
    fn drop(&mut self) {
        if std::mem::needs_drop::<T>() && !std::thread::panicking() {
            self.check();
        }
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.check();
        &self.data
    }
}

impl<T> DerefMut for SendWrapper<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.check();
        &mut self.data
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new(T::clone(self))
    }
}

impl<T: Debug> Debug for SendWrapper<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("SendWrapper").field("data", &**self).finish()
    }
}

impl<T: Display> Display for SendWrapper<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&**self, f)
    }
}

#[cfg(feature = "futures")]
mod futures {
    use super::SendWrapper;
    use std::future::Future;
    use std::pin::Pin;
    use std::task::{Context, Poll};

    impl<T> SendWrapper<T> {
        fn pinned(self: Pin<&mut Self>) -> Pin<&mut T> {
            self.check();
            // SAFETY: the value never moves out of a pinned wrapper.
            unsafe { self.map_unchecked_mut(|this| &mut this.data) }
        }
    }

    impl<F: Future> Future for SendWrapper<F> {
        type Output = F::Output;

        fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
            self.pinned().poll(cx)
        }
    }

    impl<S: futures_core::Stream> futures_core::Stream for SendWrapper<S> {
        type Item = S::Item;

        fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
            self.pinned().poll_next(cx)
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            self.check();
            self.data.size_hint()
        }
    }
}
