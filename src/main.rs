//! Entry of the page: reads what is kept, then shows the app.

fn main() {
    console_error_panic_hook::set_once();
    numea::browser::task::spawn(numea::start());
}
