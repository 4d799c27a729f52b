//! XML that is well-formed whatever the texts are: what a Word document and a feed are written with.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event as Xml};

use super::clean;

/// An XML document while it is written.
pub(super) type Xmls = Writer<Vec<u8>>;

/// A document around what is written into it.
pub(super) fn xml(write: impl FnOnce(&mut Xmls) -> io::Result<()>) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Xml::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))))?;
    write(&mut writer)?;
    Ok(writer.into_inner())
}

/// An element with what is in it.
pub(super) fn within(
    w: &mut Xmls,
    name: &str,
    attributes: &[(&str, &str)],
    inner: impl FnOnce(&mut Xmls) -> io::Result<()>,
) -> io::Result<()> {
    w.create_element(name).with_attributes(attributes.iter().copied()).write_inner_content(inner)?;
    Ok(())
}

/// An element with nothing in it.
pub(super) fn empty(w: &mut Xmls, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    w.create_element(name).with_attributes(attributes.iter().copied()).write_empty()?;
    Ok(())
}

/// A text, without what XML cannot hold.
pub(super) fn written(w: &mut Xmls, text: &str) -> io::Result<()> {
    w.write_event(Xml::Text(BytesText::new(&clean::visible(text))))
}
