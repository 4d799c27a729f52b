//! Tables as Excel workbooks: frozen head, filters, real dates, mandatory columns in orange, and a sheet that explains.

use chrono::NaiveDate;
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

use super::{Cell, Column, Sheet};
use crate::render::Maker;
use crate::spreadsheet::defused;

/// The workbook.
///
/// # Errors
/// A table has more rows or columns than a workbook can hold.
pub fn xlsx(maker: &Maker<'_>, sheet: &Sheet) -> Result<Vec<u8>, String> {
    build(maker, sheet).map_err(|error| error.to_string())
}

fn build(maker: &Maker<'_>, sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same register gives the same bytes: no clock.
    let created = excel_day(maker.law.as_of()).unwrap_or_default();
    workbook.set_properties(&DocProperties::new().set_title(&sheet.title).set_creation_datetime(&created));
    let mut tables = vec![(&sheet.title, &sheet.columns, &sheet.rows)];
    tables.extend(sheet.annexes.iter().map(|annex| (&annex.title, &annex.columns, &annex.rows)));
    for (title, columns, rows) in tables {
        let worksheet = workbook.add_worksheet();
        table(worksheet, title, columns, rows)?;
        if let Some(stamp) = sheet.draft() {
            // On every page that is printed; `&` begins a code of the header.
            worksheet.set_header(format!("&C&B{}", stamp.text.replace('&', "&&")));
        }
    }
    about(workbook.add_worksheet(), maker, sheet)?;
    workbook.save_to_buffer()
}

fn table(worksheet: &mut Worksheet, title: &str, columns: &[Column], rows: &[Vec<Cell>]) -> Result<(), XlsxError> {
    let base = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
    let mandatory = base.clone().set_background_color(Color::RGB(0x00F8_C9A0));
    let optional = base.set_background_color(Color::RGB(0x00CF_E8CF));
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_border(FormatBorder::Thin);
    let date = text.clone().set_num_format("yyyy-mm-dd");
    worksheet.set_name(tab_name(title))?;
    for (at, column) in (0u16..).zip(columns) {
        let name = if column.is_mandatory() { format!("{}\n{}", column.name, column.provision) } else { column.name.clone() };
        worksheet.write_string_with_format(0, at, name, if column.is_mandatory() { &mandatory } else { &optional })?;
        let widest = rows.iter().flat_map(|row| row[usize::from(at)].text().lines().map(|line| line.chars().count()).max()).max();
        let width = widest.unwrap_or(0).max(column.name.chars().count()).clamp(12, 44);
        worksheet.set_column_width(at, width as f64)?;
    }
    for (line, row) in (1u32..).zip(rows) {
        for (at, cell) in (0u16..).zip(row) {
            let day = if let Cell::Date(day) = cell { excel_day(*day) } else { None };
            match day {
                Some(day) => worksheet.write_datetime_with_format(line, at, &day, &date)?,
                None => worksheet.write_string_with_format(line, at, fitting(&cell.text()), &text)?,
            };
        }
    }
    worksheet.set_freeze_panes(1, 1)?;
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    worksheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(u32::MAX), last_column)?;
    worksheet.set_landscape().set_paper_size(8).set_print_fit_to_pages(1, 0);
    worksheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn about(worksheet: &mut Worksheet, maker: &Maker<'_>, sheet: &Sheet) -> Result<(), XlsxError> {
    let w = maker.words;
    let bold = Format::new().set_bold();
    worksheet.set_name(w.say("about"))?;
    worksheet.set_column_width(0, 32)?.set_column_width(1, 80)?;
    let mut line = 0;
    let mut row = |one: &str, other: &str, head: bool| -> Result<(), XlsxError> {
        if head {
            worksheet.write_string_with_format(line, 0, fitting(one), &bold)?;
            worksheet.write_string_with_format(line, 1, fitting(other), &bold)?;
        } else {
            worksheet.write_string(line, 0, fitting(one))?;
            worksheet.write_string(line, 1, fitting(other))?;
        }
        line += 1;
        Ok(())
    };
    row(&sheet.title, "", true)?;
    for fact in &sheet.head {
        row(&fact.label, &fact.text, false)?;
    }
    row("", "", false)?;
    row(&w.say("about-column"), &w.say("head-source"), true)?;
    for column in sheet.columns.iter().chain(sheet.annexes.iter().flat_map(|annex| &annex.columns)) {
        row(&column.name, if column.is_mandatory() { &column.provision } else { "-" }, false)?;
    }
    row("", &w.say("legend"), false)?;
    for lead in &sheet.lead {
        row(&lead.heading, "", true)?;
        for text in &lead.texts {
            row("", text, false)?;
        }
    }
    Ok(())
}

/// A day that Excel has: from 1900 to 9999. Others are written as text.
fn excel_day(day: NaiveDate) -> Option<ExcelDateTime> {
    ExcelDateTime::parse_from_str(&day.to_string()).ok()
}

/// A text that is no formula and fits a cell, which holds 32,767 units of UTF-16; `…` ends one that does not. CSV and
/// JSON have it whole.
fn fitting(text: &str) -> String {
    const MOST: usize = 32_767;
    let text = defused(text);
    let mut units = 0;
    let past = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > MOST
    });
    match past {
        None => text,
        Some((end, _)) => {
            let mut cut = text[..end].to_owned();
            cut.pop();
            cut + "…"
        }
    }
}

/// Names of tabs are short and hold no brackets.
fn tab_name(title: &str) -> String {
    let plain: String = title.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).collect();
    plain.chars().take(31).collect::<String>().trim().to_owned()
}
