//! Entry of the page: reads what is kept, then shows the app.

/// Half the size of std's.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // Cut into parts, the module has no words for a panic (build/mute.mjs).
    #[cfg(not(parts))]
    console_error_panic_hook::set_once();
    numea::browser::task::spawn(numea::start());
}
