//! What stands in a text file: every message and attribute with its place, the variables it takes and the words it holds.
//! For the index of choices and for `check`; conversations never come here.

use super::say::Texts;
use super::text::Language;
use crate::complaint::Place;
use fluent::FluentResource;
use fluent_syntax::ast::{Entry as Ast, Expression, InlineExpression, Pattern, PatternElement};

/// A message, or an attribute of one.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// Language it is in.
    pub language: &'a Language,
    /// File below the folder of the language: `shared/place.ftl`.
    pub file: &'a str,
    /// Id of the message.
    pub id: &'a str,
    /// Name of the attribute; the message itself when missing.
    pub attribute: Option<&'a str>,
    /// The pattern.
    pub pattern: &'a Pattern<&'a str>,
    /// The whole file, for places.
    pub source: &'a str,
}

impl<'a> Entry<'a> {
    /// Id with the attribute: `common-back.short`.
    pub fn name(&self) -> String {
        self.attribute.map_or_else(|| self.id.to_owned(), |attribute| format!("{}.{attribute}", self.id))
    }

    /// Where the id, or the name of the attribute, stands.
    pub fn place(&self) -> Place {
        Place::of_part(self.source, self.attribute.unwrap_or(self.id))
    }

    /// Where a variable stands.
    pub fn variable(&self, name: &str) -> Option<Place> {
        let mut found = None;
        walk(self.pattern, &mut |part| {
            if let Part::Variable(one) = part
                && one == name
                && found.is_none()
            {
                found = Some(Place::of_part(self.source, one));
            }
        });
        found
    }

    /// The words with variables left out; all branches of a choice one after the other.
    pub fn words(&self) -> Vec<&'a str> {
        let mut found = Vec::new();
        walk(self.pattern, &mut |part| {
            if let Part::Words(words) = part {
                found.push(words);
            }
        });
        found
    }

    /// The words as somebody types them, each variable as its name in braces; `None` when more than words and variables stand in it.
    pub fn typed(&self) -> Option<String> {
        let parts = self.pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => Some((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
                Some(format!("{{{}}}", id.name))
            }
            PatternElement::Placeable { expression: Expression::Inline(InlineExpression::StringLiteral { value }) } => {
                Some((*value).to_owned())
            }
            PatternElement::Placeable { .. } => None,
        });
        parts.collect()
    }

    /// Variables used, sorted, each once.
    pub fn variables(&self) -> Vec<&'a str> {
        let mut found = Vec::new();
        walk(self.pattern, &mut |part| {
            if let Part::Variable(name) = part {
                found.push(name);
            }
        });
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Other messages used.
    pub fn references(&self) -> Vec<&'a str> {
        let mut found = Vec::new();
        walk(self.pattern, &mut |part| {
            if let Part::Message(id) = part {
                found.push(id);
            }
        });
        found
    }
}

impl Texts {
    /// Everything that stands in the text files, by language, file and order.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        self.sources().flat_map(|(language, file, resource)| entries(language, file, resource))
    }
}

/// Everything that stands in one file.
pub(super) fn entries<'a>(language: &'a Language, file: &'a str, resource: &'a FluentResource) -> impl Iterator<Item = Entry<'a>> {
    let source = resource.source();
    resource.entries().flat_map(move |ast| {
        let (id, value, attributes) = match ast {
            Ast::Message(message) => (message.id.name, message.value.as_ref(), message.attributes.as_slice()),
            _ => ("", None, [].as_slice()),
        };
        let own = value.map(|pattern| Entry { language, file, id, attribute: None, pattern, source });
        own.into_iter().chain(attributes.iter().map(move |attribute| Entry {
            language,
            file,
            id,
            attribute: Some(attribute.id.name),
            pattern: &attribute.value,
            source,
        }))
    })
}

enum Part<'a> {
    Words(&'a str),
    Variable(&'a str),
    Message(&'a str),
}

fn walk<'a>(pattern: &'a Pattern<&'a str>, each: &mut dyn FnMut(Part<'a>)) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => each(Part::Words(value)),
            PatternElement::Placeable { expression } => walk_expression(expression, each),
        }
    }
}

fn walk_expression<'a>(expression: &'a Expression<&'a str>, each: &mut dyn FnMut(Part<'a>)) {
    match expression {
        Expression::Inline(inline) => walk_inline(inline, each),
        Expression::Select { selector, variants } => {
            walk_inline(selector, each);
            for variant in variants {
                walk(&variant.value, each);
            }
        }
    }
}

fn walk_inline<'a>(inline: &'a InlineExpression<&'a str>, each: &mut dyn FnMut(Part<'a>)) {
    match inline {
        InlineExpression::StringLiteral { value } => each(Part::Words(value)),
        InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => each(Part::Variable(id.name)),
        InlineExpression::MessageReference { id, .. } => each(Part::Message(id.name)),
        InlineExpression::Placeable { expression } => walk_expression(expression, each),
        InlineExpression::FunctionReference { arguments, .. } => walk_arguments(arguments, each),
        InlineExpression::TermReference { arguments, .. } => {
            if let Some(arguments) = arguments {
                walk_arguments(arguments, each);
            }
        }
    }
}

fn walk_arguments<'a>(arguments: &'a fluent_syntax::ast::CallArguments<&'a str>, each: &mut dyn FnMut(Part<'a>)) {
    for argument in &arguments.positional {
        walk_inline(argument, each);
    }
    for argument in &arguments.named {
        walk_inline(&argument.value, each);
    }
}
