//! Signals that would end a run in the middle of its work, as answers that the run can give itself.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// Whether a signal to stop ends the process at once: always, but while files are being replaced.
static ENDS: AtomicBool = AtomicBool::new(true);

/// Whether one has arrived.
static ARRIVED: AtomicBool = AtomicBool::new(false);

/// Prepares the process: a file that becomes too large is an error of the write, and a signal to stop waits for
/// `Unbroken`. Where a system does not let us, everything is as it would be without.
pub fn prepare() {
    use signal_hook::{consts, flag};
    #[cfg(unix)]
    {
        static TOO_LARGE: AtomicBool = AtomicBool::new(false);
        let _ = flag::register(consts::SIGXFSZ, &TOO_LARGE);
    }
    for signal in [consts::SIGINT, consts::SIGTERM] {
        if flag::register_conditional_default(signal, &ENDS).is_ok() {
            let _ = flag::register(signal, &ARRIVED);
        }
    }
}

/// While it lives, a signal to stop is only noted: whoever works asks for it where stopping leaves nothing behind.
pub(super) struct Unbroken;

impl Unbroken {
    pub(super) fn begin() -> Self {
        ENDS.store(false, SeqCst);
        Unbroken
    }

    /// Whether to stop here.
    pub(super) fn must_stop(&self) -> bool {
        ARRIVED.load(SeqCst)
    }
}

impl Drop for Unbroken {
    fn drop(&mut self) {
        ENDS.store(true, SeqCst);
    }
}
