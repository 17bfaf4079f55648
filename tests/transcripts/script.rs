//! A conversation as it stands in a file.

use std::path::{Path, PathBuf};

/// A conversation: what people do, and what is to be seen then.
pub struct Script {
    path: PathBuf,
    /// Lines before the first thing done: what the conversation shows.
    head: Vec<String>,
    /// Where it takes place, when not everywhere.
    place: Option<Place>,
    /// What is done, in order.
    pub steps: Vec<Step>,
}

/// The one channel on which a conversation makes sense.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Telegram,
    Terminal,
}

/// One line and what follows.
pub struct Step {
    /// What somebody does.
    pub line: String,
    /// Remarks in front of it.
    remarks: Vec<String>,
    /// What is seen then.
    pub answer: Vec<String>,
}

impl Script {
    /// Reads a file. `--` begins a remark; `~ telegram` or `~ terminal` as the first line says where it takes place.
    pub fn read(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a transcript");
        let mut script = Self { path: path.to_owned(), head: Vec::new(), place: None, steps: Vec::new() };
        let mut remarks = Vec::new();
        for line in text.lines() {
            if line == "~ telegram" || line == "~ terminal" {
                script.place = Some(if line == "~ telegram" { Place::Telegram } else { Place::Terminal });
                script.head.append(&mut remarks);
                script.head.push(line.to_owned());
            } else if line.starts_with("--") {
                remarks.push(line.to_owned());
            } else if line.starts_with(['>', '#', '~', '?']) {
                script.steps.push(Step { line: line.to_owned(), remarks: std::mem::take(&mut remarks), answer: Vec::new() });
            } else if let Some(step) = script.steps.last_mut() {
                step.answer.push(line.to_owned());
            }
        }
        for step in &mut script.steps {
            trim(&mut step.answer);
        }
        script
    }

    /// Its path below the folder of transcripts.
    pub fn name(&self) -> String {
        self.path.strip_prefix(super::folder()).unwrap_or(&self.path).display().to_string()
    }

    /// The service whose conversation it is.
    pub fn service(&self) -> String {
        self.name().split('/').next().unwrap_or_default().to_owned()
    }

    /// It is played with buttons.
    pub fn has_buttons(&self) -> bool {
        self.place != Some(Place::Terminal)
    }

    /// It is played without buttons.
    pub fn has_numbers(&self) -> bool {
        self.place != Some(Place::Telegram)
    }

    /// Writes what was seen into the file.
    pub fn rewrite(&mut self, answers: Vec<Vec<String>>) {
        let mut text = String::new();
        for line in &self.head {
            text.push_str(line);
            text.push('\n');
        }
        for (n, (step, answer)) in self.steps.iter().zip(answers).enumerate() {
            if n > 0 {
                text.push('\n');
            }
            for line in step.remarks.iter().chain([&step.line]).chain(&answer) {
                text.push_str(line);
                text.push('\n');
            }
        }
        std::fs::write(&self.path, text).expect("a transcript is written");
    }

    /// Where what was seen is not what is kept, step by step.
    pub fn difference(&self, answers: &[Vec<String>]) -> Option<String> {
        let mut told = Vec::new();
        for (step, answer) in self.steps.iter().zip(answers) {
            if step.answer != *answer {
                told.push(format!("  {}\n{}", step.line, compare(&step.answer, answer)));
            }
        }
        (!told.is_empty()).then(|| format!("{}\n{}", self.name(), told.join("\n")))
    }
}

fn trim(lines: &mut Vec<String>) {
    while lines.last().is_some_and(|line| line.trim().is_empty()) {
        lines.pop();
    }
}

/// Lines of both, `-` kept and not seen, `+` seen and not kept; by the longest lines in common.
pub fn compare(kept: &[String], seen: &[String]) -> String {
    let mut common = vec![vec![0_usize; seen.len() + 1]; kept.len() + 1];
    for (i, one) in kept.iter().enumerate().rev() {
        for (j, other) in seen.iter().enumerate().rev() {
            common[i][j] = if one == other { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut lines = Vec::new();
    while i < kept.len() || j < seen.len() {
        if i < kept.len() && j < seen.len() && kept[i] == seen[j] {
            lines.push(format!("    {}", kept[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == seen.len() || (i < kept.len() && common[i + 1][j] >= common[i][j + 1]) {
            lines.push(format!("  - {}", kept[i]));
            i += 1;
        } else {
            lines.push(format!("  + {}", seen[j]));
            j += 1;
        }
    }
    lines.join("\n")
}
