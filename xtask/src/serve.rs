//! The page on this machine, under a sub-path as on a real host. One server, in Node.js, for people and for tests.

use crate::bundle;
use crate::places;
use crate::process::Outcome;
use crate::tools;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

const USUAL_PORT: u16 = 8080;

/// A running server; it ends with this value, and with this process whatever ends it.
pub struct Server {
    child: Child,
    /// The address of the page.
    pub address: String,
}

impl Server {
    /// Serves `dist/` on a free port.
    pub fn on_free_port() -> Outcome<Server> {
        Server::start(&["--port", "0"])
    }

    fn start(arguments: &[&str]) -> Outcome<Server> {
        let (node, _) = tools::node()?;
        let mut command = Command::new(node);
        command.args([
            "tests/e2e/support/server.mjs",
            "--root",
            "dist",
            "--base",
            "/numea/",
            "--attached",
        ]);
        command.args(arguments).current_dir(places::root()?);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command
            .spawn()
            .map_err(|error| format!("the server cannot start: {error}."))?;
        let mut address = String::new();
        if let Some(stdout) = child.stdout.take() {
            // An unreadable line is an absent one.
            drop(BufReader::new(stdout).read_line(&mut address));
        }
        let address = address.trim().to_owned();
        let server = Server { child, address };
        if server.address.is_empty() {
            Err("the server did not start: see the line above.".to_owned())
        } else {
            Ok(server)
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Builds when needed, serves and says where, until interrupted.
pub fn serve(port: Option<u16>) -> Outcome {
    bundle::build()?;
    let number = port.unwrap_or(USUAL_PORT).to_string();
    let mut arguments = vec!["--port", number.as_str()];
    if port.is_none() {
        arguments.push("--or-free");
    }
    let mut server = Server::start(&arguments)?;
    println!("\n{}\nCtrl+C ends it.", server.address);
    // Nobody writes to it, but the pipe must stay open: `wait` would close it.
    let _open = server.child.stdin.take();
    let status = server
        .child
        .wait()
        .map_err(|error| format!("the server was lost: {error}."))?;
    if status.success() {
        Ok(())
    } else {
        Err("the server ended by itself: see the lines above.".to_owned())
    }
}
