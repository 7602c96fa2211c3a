//! A program that stays open and answers one line for each line it is given.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use crate::bench::answer::Answer;
use crate::command::cannot_start;
use crate::failure::{Failure, Result};

pub(super) struct Worker {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Worker {
    /// Starts it and waits for its first line.
    pub(super) fn start(command: &mut Command) -> Result<(Self, Answer)> {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| cannot_start(command, &error))?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let answers = BufReader::new(answers.ok_or_else(|| Failure::new("a measurement has no output"))?);
        let mut worker = Self {
            child,
            questions,
            answers,
        };
        let first = worker.answer()?;
        Ok((worker, first))
    }

    /// Its answer to one line.
    pub(super) fn ask(&mut self, question: &str) -> Result<Answer> {
        let told = self
            .questions
            .as_mut()
            .map(|questions| writeln!(questions, "{question}"));
        match told {
            Some(Ok(())) => self.answer(),
            _ => Err(Failure::new(format!(
                "a measurement ended before it was asked `{question}`"
            ))),
        }
    }

    fn answer(&mut self) -> Result<Answer> {
        let mut line = String::new();
        match self.answers.read_line(&mut line) {
            Ok(read) if read > 0 => Answer::read(&line),
            _ => Err(Failure::new("a measurement ended without an answer")),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        // With nothing more to read it ends by itself.
        drop(self.questions.take());
        let _ = self.child.wait();
    }
}
