//! The per-user cache that every clone shares: one folder for each tool and version. A folder is filled under another
//! name and then renamed, so that it is whole or absent; a lock keeps two runs from filling it at once.

use crate::process::Outcome;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

/// A living owner touches its lock this often …
const HEARTBEAT: Duration = Duration::from_secs(3);
/// … and is taken for dead after this long.
const STALE: Duration = Duration::from_secs(15);

/// The cache's folder, `numea-tools` where this system keeps caches.
pub fn folder() -> Outcome<PathBuf> {
    let from = |name: &str| {
        std::env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let home = || from("HOME").or_else(|| from("USERPROFILE"));
    let caches = if cfg!(windows) {
        from("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library").join("Caches"))
    } else {
        from("XDG_CACHE_HOME").or_else(|| home().map(|home| home.join(".cache")))
    };
    caches
        .map(|folder| folder.join("numea-tools"))
        .ok_or_else(|| "no folder for the tools: set HOME (or LOCALAPPDATA on Windows).".to_owned())
}

/// The cached folder `name`, filled by `fill` when `is_whole` does not hold for it.
pub fn ensure(
    name: &str,
    is_whole: impl Fn(&Path) -> bool,
    fill: impl FnOnce(&Path) -> Outcome,
) -> Outcome<PathBuf> {
    let place = folder()?.join(name);
    if is_whole(&place) {
        return Ok(place);
    }
    let _lock = Lock::take(&folder()?.join(format!("{name}.lock")))?;
    if is_whole(&place) {
        return Ok(place);
    }
    let partial = folder()?.join(format!("{name}.partial"));
    remove(&partial)?;
    fs::create_dir_all(&partial)
        .map_err(|error| format!("cannot make {}: {error}.", partial.display()))?;
    fill(&partial)?;
    if !is_whole(&partial) {
        return Err(format!(
            "the installation of {name} left something out: see the lines above."
        ));
    }
    remove(&place)?;
    fs::rename(&partial, &place)
        .map_err(|error| format!("cannot name {}: {error}.", place.display()))?;
    Ok(place)
}

fn remove(folder: &Path) -> Outcome {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(format!("cannot remove {}: {error}.", folder.display()))
        }
        _ => Ok(()),
    }
}

/// A file that says « at work »; its owner keeps touching it, so that a lock left by an interrupted run expires.
pub struct Lock {
    path: PathBuf,
    heart: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Lock {
    /// Waits until the lock is free, and takes it.
    pub fn take(path: &Path) -> Outcome<Lock> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)
                .map_err(|error| format!("cannot make {}: {error}.", parent.display()))?;
        }
        let mut announced = false;
        loop {
            match fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .open(path)
            {
                Ok(_) => return Ok(Lock::beating(path)),
                Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
                    return Err(format!("cannot lock {}: {error}.", path.display()));
                }
                Err(_) if is_stale(path) => drop(fs::remove_file(path)),
                Err(_) => {
                    if !announced {
                        println!("Another run holds {}: waiting for it …", path.display());
                        announced = true;
                    }
                    std::thread::sleep(Duration::from_millis(500));
                }
            }
        }
    }

    fn beating(path: &Path) -> Lock {
        let (stop, stopped) = channel();
        let file = path.to_owned();
        let heart = std::thread::spawn(move || {
            while stopped.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
                // A missed beat only makes the lock look older.
                drop(fs::write(&file, "at work\n"));
            }
        });
        Lock {
            path: path.to_owned(),
            heart: Some((stop, heart)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if let Some((stop, heart)) = self.heart.take() {
            drop(stop);
            drop(heart.join());
        }
        drop(fs::remove_file(&self.path));
    }
}

fn is_stale(path: &Path) -> bool {
    let touched = fs::metadata(path).and_then(|file| file.modified()).ok();
    touched
        .and_then(|time| time.elapsed().ok())
        .is_some_and(|age| age > STALE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_there_while_held_and_gone_after() -> Outcome {
        let path = std::env::temp_dir().join(format!("numea-lock-{}", std::process::id()));
        let lock = Lock::take(&path)?;
        assert!(path.exists());
        assert!(!is_stale(&path));
        drop(lock);
        assert!(!path.exists());
        Ok(())
    }
}
