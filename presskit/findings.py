"""What presskit has to say about a kit: findings, their severities, and the one catalogue of their texts.

A finding is an error (the kit is not ready to send), a warning (look at it) or a note (good to know).
Codes: s-… sources, t-… settings, c-… content, p-… the PDF, b-… the build, f-… print, m-… mail. A code is never reused
and never changes its meaning.
The library never prints; findings travel with the values they are about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from presskit.names import brief

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Where:
    """A place a reader can go to: a file, a line counted from 1, a page counted from 1; any may be unknown.

    others: further pages of which the same is so; the sentence names them.
    """

    file: Path | None = None
    line: int | None = None
    page: int | None = None
    others: tuple[int, ...] = ()

    def __str__(self) -> str:
        """Name the place in words: "release.txt, line 7"."""
        words = [brief(self.file.name)] if self.file else []
        words += [f"line {self.line}"] if self.line else []
        words += [f"page {self.page}"] if self.page else []
        return ", ".join(words)


@dataclass(frozen=True)
class Finding:
    """One thing found: a whole sentence, and a hint that says what to do."""

    code: str
    severity: Severity
    where: Where
    message: str
    hint: str

    def at(self, file: Path | None) -> Finding:
        """Return the same finding with its file named, where it has none yet."""
        return self if self.where.file or not file else replace(self, where=replace(self.where, file=file))


@dataclass(frozen=True)
class Entry:
    """A catalogue row: `message` and `hint` are str.format templates over the words a check passes."""

    severity: Severity
    message: str
    hint: str


REBUILD = "If the kit is right, build the file again and send that one; if the file is, correct the kit."

CATALOGUE: dict[str, Entry] = {
    # Sources: a file that cannot be read.
    "s-001": Entry("error", "{name} is not there.", "Check the name and the folder, then run the command again."),
    "s-002": Entry("error", "{name} is empty.", "Save the text into it again, or take the file out of the kit."),
    "s-003": Entry(
        "error",
        "presskit reads no text from {suffix}.",
        "{hint}",
    ),
    "s-004": Entry(
        "error",
        "{name} holds no readable text.",
        "Open it in the program that made it and save it as plain text (UTF-8).",
    ),
    "s-005": Entry(
        "error",
        "{name} cannot be opened as a picture.",
        "Export it again as JPEG, or take it out.",
    ),
    "s-006": Entry(
        "error",
        "There is nothing to build in {folder}.",
        "{hint}",
    ),
    "s-007": Entry(
        "error",
        "Reading {name} was stopped: {reason}.",
        "Take the file out of the kit, or save its text as a new plain text file.",
    ),
    "s-008": Entry(
        "note",
        "{name} is not in the kit: {what}.",
        'To say so once and for all, write into kit.toml: [files."{name}"] and below it kind = "leave out"',
    ),
    "s-009": Entry(
        "warning", "{name} looks like a copy of {other}. Both are in the kit.", "Take out the one you do not want."
    ),
    "s-010": Entry(
        "note",
        "{name} goes along beside the kit as it is: in the ZIP, and with drafts that have room for it.",
        'To keep it here, take it out of the folder “documents”, or write into kit.toml: [files."{name}"] and below '
        "it kind = "
        '"leave out"',
    ),
    "s-011": Entry(
        "error",
        "{name} cannot be opened: {reason}.",
        "Close it in other programs, and check that you may read it.",
    ),
    "s-012": Entry(
        "error",
        "{name} cannot be opened as a Word file: {reason}.",
        "Open it in Word and save it as a new Word Document (.docx) without a password, then build again.",
    ),
    "s-013": Entry(
        "error",
        "{name} is not the page you meant: {reason}.",
        "Open the page in a browser, wait until you see its text, and save it again as “Web page, complete”.",
    ),
    "s-014": Entry(
        "note",
        "{what} fewer than {least_px} pixels on the long side, which is small for print: {names}.",
        "Ask the photographer for the larger file, and put it in the place of the small one.",
    ),
    "s-015": Entry(
        "error",
        "{name} leads out of the kit, to {target}. What lies there was not opened.",
        "Copy the file into the kit. Or, if you trust this kit, name {target} on the command line, beside the kit.",
    ),
    "s-016": Entry("error", "{name} is {kind}, and holds nothing that could be read.", "Take it out of the kit."),
    "s-017": Entry(
        "error",
        "{name} is kept online, and is not on this computer yet.",
        "Click on it with the right mouse button and choose “Always keep on this device” (OneDrive, SharePoint), "
        "“Download Now” (iCloud) or “Make available offline” (Dropbox). Then build again.",
    ),
    "s-018": Entry(
        "error",
        "{name} is too large for presskit: {found}. It takes {most} at most.",
        "Divide it, or leave out what nobody needs, then build again.",
    ),
    "s-019": Entry(
        "error",
        "{name} does not lie in the kit, but at {target}. It was not opened.",
        "Copy the file into the kit, and name it from there.",
    ),
    "s-020": Entry(
        "error",
        "{name} is {kind}, which presskit does not print. It is not in the kit.",
        "{way}; put that into its place.",
    ),
    "s-021": Entry(
        "error",
        "{name} is not in the kit, because nobody can tell its colours: {reason}.",
        "Ask for the picture in RGB (sRGB), or open it in a picture program and export it as JPEG in sRGB.",
    ),
    "s-022": Entry(
        "warning",
        "{name} holds {count} pictures. Only the first is in the kit.",
        "If the others belong there, save each as a file of its own.",
    ),
    "s-023": Entry(
        "error",
        "{name} cannot be opened as {kind}: it is damaged, or something else under that name.",
        "Open it in the program that made it, save it as “Word Document (.docx)” or as text, and build again.",
    ),
    "s-024": Entry(
        "warning",
        "Attached to the mail {name}, and not in the kit: {files}.",
        "Save what belongs to the kit out of the mail, beside it.",
    ),
    "s-025": Entry(
        "error",
        "{name} cannot be read as a text: {reason}.",
        "Take the text that the PDF was made of: Word (.docx) or plain text.",
    ),
    "s-026": Entry(
        "error",
        "{name} is {kind} with {count} published posts, and none of them is in the kit.",
        "See what it holds, and choose: presskit import {name} --into my-kit",
    ),
    "s-027": Entry(
        "note",
        "{others} and {name} hold the same words. {name} is in the kit.",
        "Nothing need be done.",
    ),
    "s-028": Entry(
        "warning",
        "{name} is in the kit and {other} is not, because {why}. The first difference: {ours} in {name}, {theirs} in "
        "{other}.",
        'Say which is right by leaving out the other in kit.toml: [files."{other}"] and below it kind = "leave out", '
        "or "
        '[files."{name}"] and below it kind = "leave out". “mail” makes no drafts before.',
    ),
    "s-029": Entry(
        "warning",
        "{names} are versions of one text, and nothing tells which is the last, so no version is in the kit. The first "
        "difference: {ours} in {name}, {theirs} in {other}.",
        'Choose one, and leave out the other in kit.toml: [files."{other}"] and below it kind = "leave out"',
    ),
    "s-030": Entry(
        "warning",
        "{name} is not in the kit: {what}.",
        'To print it, write into kit.toml: [files."{name}"] and below it kind = "release" (or factsheet, biography, '
        "boilerplate). "
        'To leave it out for good: kind = "leave out"',
    ),
    "s-031": Entry(
        "warning",
        "{name} was imported as {file}, and is read otherwise there: “{words}” is missing.",
        "Compare the two, and put the words back into {file}.",
    ),
    "s-032": Entry(
        "error",
        "Nothing of {name} was imported: {what}.",
        "Name a press release, a factsheet, a biography, a text about your organisation, or a folder that holds some.",
    ),
    "s-033": Entry("error", "{name} is not unpacked: {reason}.", "{hint}"),
    "s-034": Entry(
        "error",
        "{name} is a finished kit, which presskit made.",
        "To build it anew, name the folder that it was made of. To see whether it is whole: presskit check {command}",
    ),
    "s-035": Entry(
        "note",
        "Without {name} {ready}.",
        'To leave it out, write into kit.toml: [files."{name}"] and below it kind = "leave out"',
    ),
    "s-036": Entry(
        "error",
        "Words are struck through, {count} in all, and are not printed. The first are “{words}”.",
        "Take them out of the file, or take the line through them off, and build again.",
    ),
    "s-037": Entry(
        "warning",
        "“{words}” holds signs of Markdown or of a web page, which say nothing there: they are printed as typed.",
        "Correct them, or take them out.",
    ),
    "s-038": Entry(
        "warning",
        "{name} holds {what}, which pages do not show: it looks otherwise than in the program that made it.",
        "Export it again with all shapes flattened (“expand” or “flatten”), or as a PNG.",
    ),
    "s-039": Entry(
        "warning",
        "{name} is a variable typeface: all of it is set in one weight, bold words too.",
        "Name a file for each weight in brand.toml, such as Tern-Regular.ttf and Tern-Bold.ttf.",
    ),
    "s-040": Entry(
        "warning",
        "{name} does not say in which letters the names in it are written: {names} may be called otherwise.",
        "Look whether the names are right. Else unpack it with the program that packed it, and name the folder.",
    ),
    "s-041": Entry(
        "warning",
        "The {name} in “{folder}” is not read: {reason}.",
        "{way}",
    ),
    "s-042": Entry(
        "warning",
        "{name} does not go along with the kit: {reason}.",
        "Ask whoever made it for one that opens, or take it out of the folder “documents”.",
    ),
    "s-043": Entry(
        "warning",
        "{name} is bound in, and {loss}.",
        "Ask whoever made it for a PDF that promises PDF/UA. With this one, the kit's file does not say any more that "
        "all of it can be read aloud.",
    ),
    "s-044": Entry(
        "note",
        "{name} is bound in without {taken}.",
        "Nothing need be done. To send it with all of that, take “bind” out of kit.toml: it then goes along beside.",
    ),
    "s-045": Entry(
        "warning",
        "{name} is not bound in, because {reason}. It goes along beside the kit.",
        "Ask whoever made it for a plain PDF, or leave it beside: take “bind” out of kit.toml.",
    ),
    "s-046": Entry(
        "warning",
        "{name} is not in the kit, and says “{words}”. Nothing of the kit is held back by it.",
        "If that holds for the kit, write into kit.toml the moment, the way this one is written: "
        'embargo = "2026-05-12 09:00 America/New_York". If it does not: [files."{name}"] kind = "leave out"',
    ),
    "s-047": Entry(
        "warning",
        "{name} is in the kit, and {place} says “{words}”.",
        '{way} Where it is not, write into kit.toml: [files."{name}"] and below it kind = "leave out"',
    ),
    "s-048": Entry(
        "warning",
        "{name} was made by a program (“{words}”), and neither its caption nor its credit says so.",
        "Say it in its caption, since desks must know; many print no such pictures. Or take it out of the kit.",
    ),
    "s-049": Entry(
        "note",
        "The captions and credits of {photos} are taken from {name}.",
        "What photos.toml says of a photo wins over it.",
    ),
    "s-050": Entry(
        "error",
        "{name} holds words in a typeface that presskit does not have ({face}): they look otherwise on pages.",
        "Export it again with its words turned into shapes (“outlines” or “paths”), or as a PNG.",
    ),
    "s-051": Entry(
        "warning",
        "A picture is {what} in its file, and not on pages.",
        "Change the picture in a program for photos and put it into the text anew; or take the change off.",
    ),
    "s-052": Entry(
        "warning",
        "Of the brand's {role} typeface only {name} is there: {lacks} look like all other words.",
        'Name the files of its other styles in brand.toml, such as bold = "Tern-Bold.ttf", italic = "Tern-Italic.ttf".',
    ),
    # Settings: kit.toml, brand.toml, photos.toml and the settings at the top of a file.
    "t-001": Entry("error", "{key}: {problem}.", "{hint}"),
    "t-002": Entry("error", "The file cannot be understood: {problem}.", "{hint}"),
    "t-003": Entry(
        "error",
        "{key} is written with curly quotes ({quote}).",
        'Use straight quotes instead: "like this".',
    ),
    "t-004": Entry("error", "{key} names {name}, which is not there.", "Check the name, or remove the line."),
    "t-005": Entry(
        "error",
        "Reading {name} was stopped: {reason}.",
        "Settings are a few short lines: take out what does not belong there.",
    ),
    # Content.
    "c-001": Entry("warning", "No headline was found.", "Put the headline on the first line."),
    "c-002": Entry(
        "warning", "No date was found.", "Write it into the dateline, or as “date: 2026-05-12” at the top of the file."
    ),
    "c-003": Entry(
        "warning",
        "The kit names nobody to ring.",
        "Add a press contact to kit.toml or brand.toml, or a line “CONTACT: name, phone” to the release.",
    ),
    "c-004": Entry(
        "warning",
        "There is no text about the organisation.",
        "Write two or three sentences into a file “boilerplate.txt”.",
    ),
    "c-005": Entry(
        "warning",
        "The release says “{words}”, and the kit holds no factsheet.",
        "Add a file “factsheet.md”, or change the sentence.",
    ),
    "c-006": Entry(
        "warning",
        "The release says “{word}”, and nobody can tell which day that is: no date was found.",
        "Add the date to the dateline, or write the day instead.",
    ),
    "c-007": Entry("error", "“{words}” is still to be filled in.", "Replace it with the real words."),
    "c-008": Entry(
        "error",
        "The embargo is unclear: {problem} (“{words}”). Nothing was built.",
        "Write {place} “{moment}” with the right moment; or “{none}” where nothing is held back.",
    ),
    "c-009": Entry(
        "warning",
        "{name} has no credit.",
        "Add it to photos.toml or to the file's IPTC data: editors print no photo without one.",
    ),
    "c-010": Entry(
        "warning",
        "{name} has no description for readers who cannot see it.",
        "Add “alt” to photos.toml: one sentence that says what the photo shows.",
    ),
    "c-011": Entry(
        "error",
        "No typeface has a letterform for {characters}: printed as “?”.",
        "Replace what cannot be printed, or take it out.",
    ),
    "c-012": Entry(
        "note",
        "{name} stands as a contact in this release, and not in the kit's contacts.",
        "If {name} should be rung about this kit, add the contact to kit.toml.",
    ),
    "c-013": Entry(
        "warning",
        "This text has lost its line breaks: it is one single paragraph.",
        "Copy it from its source again, or put an empty line between the paragraphs.",
    ),
    "c-014": Entry(
        "error", "The text names a picture, {name}, which is not there.", "Put the picture beside the text."
    ),
    "c-015": Entry(
        "error",
        "“{words}” is left over from a web page's template.",
        "Replace it with the words it stood for, or take it out.",
    ),
    "c-016": Entry(
        "warning",
        "“{words}” is to be shown large and does not stand in the text.",
        "Copy it from the text letter by letter, or remove “pull” at the top of the file.",
    ),
    "c-017": Entry(
        "note",
        "The colour {colour} (“{key}”) is too pale for text; text is printed in {darker} instead.",
        "Fields and rules keep your colour. Choose a darker one to have all alike.",
    ),
    "c-018": Entry(
        "warning",
        "The texts about the organisation differ; the kit prints the one in {used}. It says “{there}”, and this one "
        "“{here}”.",
        "See which is right, and bring them into line: the kit prints one only.",
    ),
    "c-019": Entry(
        "warning",
        "{name} has no caption.",
        "Add “caption” to photos.toml: who or what, where, when; people from left to right.",
    ),
    "c-020": Entry(
        "note",
        "The accent {accent} can hardly be told from the brand's colour {brand}; {other} is used in its place.",
        "Choose one that is lighter, darker or of another colour.",
    ),
    "c-021": Entry(
        "warning",
        "{what} is {status}, and no sentence tells editors why.",
        "Add one as “correction”, at the top of the release or in kit.toml: what was wrong, and what is right.",
    ),
    "c-022": Entry(
        "warning",
        "When the text was changed is unclear: {problem}. It is printed without date and time.",
        "Write it as “changed” like this: 2026-05-13 15:30 America/New_York",
    ),
    "c-023": Entry(
        "warning",
        "The “correction” at the top of this file is not printed: only releases print theirs.",
        "Write it into kit.toml instead; the cover and the contents then say it.",
    ),
    "c-024": Entry(
        "error",
        "The file still holds tracked changes, {count} in all. The first is {kind}: “{words}”.",
        "Accept or reject all changes in Word, save, build again.",
    ),
    "c-025": Entry(
        "error",
        "The file still holds comments, {count} in all. The first{kind} says “{words}”.",
        "Delete the comments. Accept or reject all changes in Word, save, build again.",
    ),
    "c-026": Entry(
        "error",
        "The file still holds hidden text, {count} in all. The first is “{words}”.",
        "Delete it, or make it visible (¶ shows it). Accept or reject all changes in Word, save, build again.",
    ),
    "c-027": Entry(
        "warning",
        "The picture {name} in the text has no description for readers who cannot see it.",
        "Write one: in Word, right-click the picture and choose “View Alt Text”; in Markdown, fill its [brackets].",
    ),
    "c-028": Entry(
        "warning",
        "{what} not in the kit: {reason}.",
        "If it belongs there, save it as JPEG or PNG and put it into the folder “photos”.",
    ),
    "c-029": Entry(
        "error",
        "Two times are given for one embargo: {one}, and {other}. Nothing was built.",
        "Correct one of them, or take it out, and build again.",
    ),
    "c-030": Entry(
        "error",
        "The release says “{words}”, and kit.toml says that it is embargoed until {moment}. Nothing was built.",
        "Take out one of the two. Where only some releases are embargoed, write “embargo” at the top of these instead.",
    ),
    "c-031": Entry(
        "note",
        "The embargo ended: {moment}. Every page still says it.",
        "Remove {words} and build again.",
    ),
    "c-032": Entry(
        "error",
        "The kit is embargoed until {moment}, and a web page can be read by everybody. Nothing was written.",
        "Build it after that moment; or, to prepare it in private, now with --embargoed.",
    ),
    "c-033": Entry(
        "error",
        "“{title}” should read “{expected}” here, and reads “{found}”.",
        "Build all files of the kit again, together.",
    ),
    "c-034": Entry("error", "The disclosure does not stand in {name}.", "Build the file again with presskit."),
    "c-035": Entry(
        "error",
        "The date is not certain: {problem}.",
        "Write the month as a word and check the day; or write “date: 2026-05-12” at the top of the file.",
    ),
    "c-036": Entry(
        "warning",
        "The text was taken out of {what}, where paragraphs, lists and tables can only be guessed.",
        "Compare it with the file, line by line. Better, save the text as Word (.docx) and take that.",
    ),
    "c-037": Entry(
        "warning",
        "The text was not saved as UTF-8. It was read as {encoding}, and “{word}” may be meant otherwise.",
        "Look at its accents. If they are wrong, open the file and save it as plain text with the encoding UTF-8.",
    ),
    "c-038": Entry(
        "note",
        "{who} accepted “{words}”, and nothing in the kit is like that any more.",
        "Take it out of the list “accepted”, or look again at what took its place.",
    ),
    "c-039": Entry(
        "warning",
        "“{words}” cannot be right: {day} is a {weekday}.",
        "Correct the day of the week, or the date.",
    ),
    "c-040": Entry(
        "warning",
        "“{words}” contradicts the date of the release, {day}: by it, that day is {meant}.",
        "Correct the day in the text, or the date of the release.",
    ),
    "c-041": Entry(
        "warning",
        "Nothing in the kit says what {acronym} is (“{words}”).",
        "Write it out where it stands first, with the acronym behind it in brackets.",
    ),
    "c-042": Entry(
        "warning",
        "Nobody is named who says “{words}”.",
        "Name the speaker beside the words: “…”, said Ada Thorn, director. Or take the quotation marks away.",
    ),
    "c-043": Entry(
        "warning",
        "“{words}” cannot be {what}: {why}.",
        "Look it up and correct it: a journalist takes it as it stands.",
    ),
    "c-044": Entry(
        "warning",
        "The kit says two things: “{words}” here, and “{other}” in {place}.",
        "See which is right, and correct the other. If both are, say in the text what each of them counts.",
    ),
    "c-045": Entry(
        "warning",
        "One name is written in two ways: “{words}” here, and “{other}” in {place}.",
        "See which is right, and correct the other.",
    ),
    "c-046": Entry(
        "note",
        "“{title}” is of {day}, more than a year before the newest release of the kit.",
        "Nothing need be done where it is meant as background.",
    ),
    "c-047": Entry(
        "warning",
        "Two texts about one organisation are printed: “{words}” here, and “{other}” in {place}.",
        "Keep one of them.",
    ),
    "c-048": Entry(
        "warning",
        "The file says “{words}” of itself, as of a text that is not finished.",
        "Where it is the one to send, take these words out of it, and build again.",
    ),
    "c-049": Entry(
        "warning",
        "The table that begins “{words}” is too wide for the page, and has no row of heads: words in it are broken.",
        "Divide it into two tables, leave out a column, or shorten its longest words.",
    ),
    "c-050": Entry(
        "note",
        "Most of the logo can hardly be seen on {ground}: its contrast there is less than 3 : 1.",
        "Ask whoever made the logo for one that is made for this ground, and name that in brand.toml.",
    ),
    "c-051": Entry(
        "note",
        "The cover shows {name} {how}.",
        'To show another one there, a white one as a rule, name it in brand.toml: logo_reversed = "logo-white.svg"',
    ),
    "c-052": Entry(
        "warning",
        "Nobody can tell from the advisory when it begins: {problem}. No calendar file is made.",
        "Write day, hour and whose clock counts into one line, such as: When: 12 May 2026, 9:00 a.m. to 11:00 a.m. EDT",
    ),
    "c-053": Entry(
        "warning",
        "The advisory does not say where to answer: no address, no telephone.",
        "Add a line such as: RSVP: press@example.org by 10 May",
    ),
    "c-054": Entry(
        "warning",
        "The advisory says that it ends at {end}, before it begins at {start}. No calendar file is made.",
        "Correct one of the two; where it ends on another day, write that day too.",
    ),
    "c-055": Entry(
        "warning",
        "What the advisory invites to is past: it began on {moment}.",
        "Correct the day, or take the advisory out of the kit.",
    ),
    "c-056": Entry(
        "warning",
        "“{title}” is dated {day}, more than five years from today.",
        "Check the year; if it is right, nothing is to be done.",
    ),
    "c-057": Entry(
        "note",
        "The table that begins “{words}” is too wide for the page: each of its rows is set as a record, one line for "
        "each column.",
        "To keep it a table, divide it into two, leave out a column, or shorten its longest words.",
    ),
    "c-058": Entry(
        "warning",
        "“{words}” reads like a remark to whoever writes the text, and not to its readers.",
        "Take it out, or answer it.",
    ),
    "c-059": Entry(
        "error",
        "“{words}” holds letters that a program has bent: it took them for those of another encoding.",
        "Write the words anew, or copy them from where they are right.",
    ),
    "c-060": Entry(
        "warning",
        "“{words}” leads where nobody outside the house comes: {why}.",
        "Put the public address in its place, or take the link out.",
    ),
    "c-061": Entry(
        "warning",
        "The file seems to hold several texts: another begins with “{words} …”, and all are printed as one.",
        "Save each into a file of its own; if they are one text, nothing is to be done.",
    ),
    "c-062": Entry(
        "warning",
        "“{words}” is a day that no calendar has.",
        "Write the day that is meant.",
    ),
    "c-063": Entry(
        "warning",
        "A word stands twice: “{words}”.",
        "Take one of the two out.",
    ),
    "c-064": Entry(
        "warning",
        "It stands twice in the text: “{words} …”.",
        "Take it out in one of the two places; if it is meant to be said again, nothing is to be done.",
    ),
    "c-065": Entry(
        "warning",
        "The text breaks off behind “{words}”.",
        "Write it to its end.",
    ),
    "c-066": Entry(
        "warning",
        "Nothing stands below the heading “{words}”.",
        "Write what belongs there, or take the heading out.",
    ),
    "c-067": Entry(
        "warning",
        "“{words}” is highlighted{more}: that is not printed, and often marks what is still to be looked at.",
        "Look at it, and take the highlighting off.",
    ),
    "c-068": Entry(
        "warning",
        "“{words}” is white in the file, or too small to be read{more}: nobody may know of it, and it is printed.",
        "Take it out, or set it as the text around it.",
    ),
    "c-069": Entry(
        "note",
        "“{title}” is dated {day}, which is still to come, and no embargo holds it back.",
        'If it is to wait for that day, write into kit.toml: embargo = "{moment}", with the right hour and place.',
    ),
    "c-070": Entry(
        "warning",
        "The file says “{words}” of its text, and no embargo holds it back.",
        'If it is to wait for that day, write into kit.toml: embargo = "{moment}", with the right hour and place. If '
        "not, take the line out.",
    ),
    "c-071": Entry(
        "warning",
        "“{words}” is told as still to come, and the text is dated {day}.",
        "Correct the day, the year, or the sentence.",
    ),
    "c-072": Entry(
        "warning",
        "“{words}” stops working after some days: {why}.",
        "Put a lasting address in its place, or the files themselves into the kit.",
    ),
    "c-073": Entry(
        "warning",
        "The text is {spoken} by its words, and is printed as {said}: with its label, its hyphens and its voice where "
        "it is read aloud.",
        "Write {place} {line}",
    ),
    "c-074": Entry("warning", "“{words}” is an hour that no clock has.", "Write the hour that is meant."),
    "c-075": Entry(
        "warning",
        "At “{words}” a sign stands twice, or its other half is missing.",
        "Look at the sentence, and set the sign right.",
    ),
    "c-076": Entry(
        "warning",
        "“{words}” points to {what}, and the text has none.",
        "Put it into the text, or take the words out.",
    ),
    "c-077": Entry("warning", "“{words}” ends before it begins.", "Look at both, and write what is meant."),
    "c-078": Entry(
        "warning",
        "{what} is not in the kit: a PDF shows none.",
        "Write its address into the text; what it shows can stand in the folder “photos”.",
    ),
    "c-079": Entry(
        "note",
        "{name} has no letterform for {characters}: presskit's own typeface shows through there.",
        "To have each word in one typeface, ask whoever made it for one that has these letters.",
    ),
    "c-080": Entry(
        "warning",
        "In “{words}” a letter stands in the place of a figure.",
        "Write 0 for the letter O, and 1 for l or I.",
    ),
    # The PDF.
    "p-001": Entry(
        "error",
        "The typeface {name} is not one of presskit's or the brand's.",
        "Replace the characters that needed it on this page, or add the typeface to the brand.",
    ),
    "p-002": Entry(
        "error",
        "{faces} not inside the PDF.",
        "Export it again with all typefaces embedded (a kit: build it again).",
    ),
    "p-003": Entry(
        "error",
        "The PDF does not say its language.",
        "Say it in the program that made the file, and export it again (a kit: build it again).",
    ),
    "p-004": Entry(
        "error",
        "The PDF does not show a title.",
        "{hint}",
    ),
    "p-005": Entry(
        "error",
        "{what} cannot be read aloud: there are no tags.",
        "Export it again as a tagged PDF (a kit: build it again). A file for a print shop needs none: check that one "
        "with --for shop.",
    ),
    "p-006": Entry(
        "error", "The PDF has no outline to jump by.", "Export it again with bookmarks (a kit: build it again)."
    ),
    "p-007": Entry(
        "error", "A link to “{target}” leads nowhere.", "Correct the link in the text, and make the PDF again."
    ),
    "p-008": Entry(
        "error",
        "The disclosure does not stand in “{title}”.",
        "Build the kit again; if a brand template leaves it out, put {{{{ m.disclosure() }}}} back.",
    ),
    "p-009": Entry(
        "error",
        "The embargo line does not stand in “{title}”.",
        "Build the kit again; if a brand template leaves it out, put {{{{ m.embargo_line(kit.embargo) }}}} back.",
    ),
    "p-010": Entry(
        "error",
        "The file cannot be read as a PDF: it is empty, damaged, cut off, or none at all.",
        "Export it again in the program that made it (a kit: build it again), or ask for it to be sent again.",
    ),
    "p-011": Entry(
        "error",
        "A picture has no description for readers who cannot see it.",
        "Describe it in the program that made the PDF (in a kit: “alt” in photos.toml), and make the PDF again.",
    ),
    "p-012": Entry("error", "“{title}” is in the kit and not in the PDF.", "Build the kit again."),
    "p-013": Entry(
        "error",
        "The PDF is a draft: it was built while there were things to fix.",
        "Fix what “presskit check” lists for the kit, and build it again.",
    ),
    "p-014": Entry(
        "error",
        "The file cannot be read as a ZIP.",
        "Build it again with presskit; or, if somebody sent it, ask for it to be sent again.",
    ),
    "p-015": Entry("error", "{name} is not in the ZIP.", "Build the ZIP again with presskit."),
    "p-016": Entry(
        "error",
        "{name} is not the file that was packed: it was changed or damaged.",
        "Build the ZIP again with presskit.",
    ),
    "p-017": Entry(
        "error",
        "{name} was put into the ZIP afterwards: its list of files does not name it.",
        "Put the file into the kit if it belongs there, and build the ZIP again.",
    ),
    "p-018": Entry("error", "The ZIP is out of date. {difference}.", "Build the ZIP again, and send that one."),
    "p-019": Entry(
        "error",
        "Checking {name} was stopped: {reason}.",
        "Open it in the program that made it, and export it once more, in fewer pages or simpler drawings.",
    ),
    "p-020": Entry(
        "error",
        "“{shown}” in “{title}” is not what the finished PDF says where it is searched, copied or read aloud:"
        " there it is “{said}”.",
        "Your text is right; presskit is at fault. Until that is mended, send the kit as a web page or as text"
        " (-o kit.html, -o kit.txt). Please report the words to whoever looks after presskit.",
    ),
    "p-021": Entry(
        "warning",
        "“{shown}” in “{title}” is not read aloud, nor found where the PDF is searched.",
        "If the brand's own style hides the words on purpose, this is right; else look at its templates folder.",
    ),
    "p-022": Entry(
        "error",
        "{name} is locked {how}: it cannot be opened.",
        "Export it again without a password, in the program that made it, or ask whoever sent it to do so.",
    ),
    "p-023": Entry(
        "error",
        "The PDF opens without a password, but {what}: print shops send such a file back.",
        "Export it again without any protection, in the program that made it.",
    ),
    "p-024": Entry(
        "warning",
        "The PDF opens without a password, but {what}.",
        "Export it again without any protection, so that everybody can print it, copy from it and have it read aloud.",
    ),
    "p-025": Entry(
        "warning",
        "Whoever made {name} forbids copying from it; its words are in the kit all the same.",
        "Make sure that you may use them. Better, ask for the text itself, as Word (.docx).",
    ),
    "p-026": Entry(
        "error",
        "The PDF holds no words that could be searched, copied or read aloud, only pictures or drawings of them.",
        "If it was scanned, take the file that was printed, and export that; or have its words recognised (OCR).",
    ),
    "p-027": Entry(
        "warning",
        "The PDF is a form that can still be filled in: what stands in its fields may not be printed, or differently.",
        "Export it again without the form (“flattened”), unless readers are to fill it in.",
    ),
    "p-028": Entry(
        "error",
        "The PDF cannot be compared: it is not tagged as presskit tags, document by document.",
        "Compare PDFs that presskit made, or the texts from which this one was made.",
    ),
    "p-029": Entry("note", "{name} is this kit, byte for byte, as {how} makes it today.", "Nothing is to be done."),
    "p-030": Entry(
        "error",
        "The file says “{said}” where the kit says “{shown}” ({kind}).",
        REBUILD,
    ),
    "p-031": Entry("error", "“{words}” stands in the file and not in the kit ({kind}).", REBUILD),
    "p-032": Entry("error", "“{words}” stands in the kit and not in the file ({kind}).", REBUILD),
    "p-033": Entry("error", "{difference}.", "Look at it in the file, then build the file again from the kit."),
    "p-034": Entry("error", "{difference}.", "Look at the picture, then build the file again from the kit."),
    "p-035": Entry("error", "{difference}.", "Build the file again from the kit."),
    "p-036": Entry("error", "The page is not drawn as the kit draws it: {difference}.", "Look at the page. " + REBUILD),
    "p-037": Entry("error", "{difference}.", "Build the file again from the kit."),
    "p-038": Entry(
        "error",
        "{name} is not what the kit gives today, byte for byte, though its pages, words, links, pictures and tags are:"
        " another program has saved it anew.",
        "Send the file that presskit wrote: other programs write down names, and forget what screen readers need.",
    ),
    "p-039": Entry("warning", "Not all of {name} was compared with the kit: {reason}.", "{hint}"),
    "p-040": Entry(
        "note",
        "The photographer tells editors of {names}: “{words}”.",
        "Make sure that this kit keeps to it. The words go with the photos.",
    ),
    "p-041": Entry(
        "note",
        "The content credentials (C2PA) of {names} are not in what presskit makes: they hold for the original alone.",
        "Keep the original; whoever wants to check how the photo was made needs that file.",
    ),
    "p-042": Entry(
        "note",
        "This is what was sent on {days}; since then: {changes}.",
        "What was sent stays as it is. Where it was wrong, send a correction.",
    ),
    "p-043": Entry(
        "note",
        "This is what was sent on {days}.",
        "To see what has changed in the kit since then, type: presskit check {path} --against {kit}",
    ),
    "p-044": Entry(
        "error",
        "{name} is not what was sent on {days}: it has been changed since.",
        "Take what went out from a backup, or out of the mail itself, and put it in its place.",
    ),
    "p-045": Entry(
        "error",
        "{name}, which was sent on {days}, is no longer among what was sent.",
        "Take what went out from a backup, or out of the mail itself, and put it in its place.",
    ),
    "p-046": Entry(
        "warning",
        "{name} lies among what was sent, and the record says nothing of it.",
        "If it went out, move it elsewhere and keep it: presskit sent {kit} {name}. If not, take it out.",
    ),
    "p-047": Entry(
        "error",
        "The page is coloured in inks (CMYK), and a file for an archive cannot say what they look like.",
        "Write the colour as #rrggbb in the brand's own style or drawing, or build without --for archive.",
    ),
    "p-048": Entry(
        "error",
        "“{words}” cannot be seen whole: it reaches beyond the page, or is cut off.",
        "Shorten it in the kit; or, where the brand has a theme.css of its own, look there for what leaves it no room.",
    ),
    "p-049": Entry(
        "warning",
        "Somebody's remarks are in the PDF, and everybody who opens it can read them: {words}.",
        "If they are not meant for the press, delete them in a PDF program, or export the PDF again without comments.",
    ),
    "p-050": Entry(
        "warning",
        "Files are attached to the PDF, and go out with it: {names}.",
        "If they are not meant for the press, take them out in a PDF program, or export the PDF again without them.",
    ),
    "p-051": Entry(
        "warning",
        "The PDF holds a program (JavaScript, or one that it starts): mail servers and readers distrust such files.",
        "Export it again without scripts; print it into a new PDF only if nothing else helps, for that loses the tags.",
    ),
    "p-052": Entry(
        "warning",
        "Layers of the PDF are switched off, and everybody who opens it can switch them on: {names}.",
        "If they are not meant for the press, delete them where the page was laid out, and export it again.",
    ),
    "p-053": Entry(
        "error",
        "“{words}” and “{others}” lie on top of each other, and nobody can read them.",
        "Shorten the longer one; or, where the brand has a theme.css of its own, look there for what moves them.",
    ),
    "p-054": Entry(
        "warning",
        "{what} cannot be read aloud: bound in as another made it, without tags.",
        "Ask whoever made it for a tagged PDF, or let it go along beside: take “bind” out of kit.toml.",
    ),
    # Print.
    "f-001": Entry(
        "error",
        "{name} cannot be used for printing: {problem}.",
        "Ask the print shop for the CMYK profile of its press and paper, a file that ends in .icc.",
    ),
    "f-002": Entry(
        "note",
        "The file for the print shop is in the screen's colours (RGB), because no profile of its press was given.",
        "The text for the order asks the printer for the profile; then build again with --icc and its name.",
    ),
    "f-003": Entry(
        "note",
        "The colour {colour} would take {percent} % of ink, more than the {most} % that paper can take; it is printed "
        "with less.",
        "Nothing needs to be done. Ask the printer whether more is possible, and say so with --max-ink.",
    ),
    "f-004": Entry(
        "error",
        "This page holds {kind}, which cannot be turned into ink.",
        "Export the logo or drawing on it again, as an SVG of plain shapes or as a PNG.",
    ),
    "f-005": Entry(
        "error",
        "The booklet would have {pages} pages, and no more than {most} can be folded and stapled.",
        "Leave documents out, or print loose sheets instead: presskit build --for print",
    ),
    "f-006": Entry(
        "note",
        "A document alone is no booklet: its pages are laid out as loose sheets, for a folder.",
        "To fold a booklet, build the kit.",
    ),
    "f-007": Entry(
        "warning",
        "{name} is printed {width} wide at {dpi} dpi; up to {sharp} wide it would be sharp.",
        "Ask for the photographer's own file, with at least {pixels} pixels across, or leave it out.",
    ),
    "f-008": Entry(
        "warning",
        "{what} in colours for screens (RGB); a press prints cyan, magenta, yellow and black.",
        "Export it again in the colours of the printer's profile{how}.",
    ),
    "f-009": Entry(
        "warning",
        "Text{pages} is printed in several inks ({words}) where black alone would do: a shift in print gives it a rim.",
        "Make it plain black (C0 M0 Y0 K100) where it was laid out{how}.",
    ),
    "f-010": Entry(
        "warning",
        "A line{pages} is {width} pt thin; below {least} pt it may not show in print.",
        "Make it thicker where it was laid out (in a kit: the theme, the brand's templates or the logo).",
    ),
    "f-011": Entry(
        "warning",
        "{what} at the edge: where the paper is cut a hair beside it, white would show.",
        "Let them reach 3 mm beyond it, as bleed (a kit: presskit build --for shop).",
    ),
    "f-012": Entry(
        "error",
        "{faces} not inside the PDF.",
        "Export it again with all typefaces embedded (a kit: build it again).",
    ),
    "f-013": Entry(
        "note",
        "The PDF has {pages}; a stapled booklet needs a number that four divides.",
        "Say loose sheets in the order, or add {missing}.",
    ),
    "f-014": Entry(
        "warning",
        "{what} up to {ink} % of ink, and presses take {most} %.",
        "Export it again with less ink{how}.",
    ),
    "f-015": Entry(
        "warning",
        "{what} less than a quarter of an inch from the edge: office printers cut that off.",
        "Leave a margin, or print it smaller (a kit: presskit build --for print).",
    ),
    # The build.
    "b-001": Entry(
        "error", "“{title}” could not be made into pages: {reason}.", "Take {name} out of the kit, or shorten it."
    ),
    "b-002": Entry("error", "The template {template} has a mistake: {problem}.", "Correct it, or remove the file."),
    "b-003": Entry(
        "error",
        "{name} was not read: pages use only files of the kit, of the brand and of presskit itself.",
        "Copy the file into the brand's folder and name it from there.",
    ),
    "b-004": Entry("error", "{path} cannot be written: {reason}.", "{hint}"),
    "b-005": Entry("error", "{path} is one of the sources and is never overwritten.", "Choose another name for -o."),
    "b-006": Entry("error", "The system library {library} is missing.", "Install the package {package}: {command}"),
    "b-007": Entry("error", "{problem}.", "{hint}"),
    "b-008": Entry("warning", "The page engine says about “{title}”: {message}", "Look at the page."),
    "b-009": Entry(
        "error", "{path} already holds files.", "Name a folder that is not there yet: presskit new second-kit"
    ),
    "b-010": Entry(
        "error",
        "The picture {name} cannot be shown: {problem}.",
        "Export it again: as PNG, or as an SVG that holds nothing but shapes. Or leave it out: where brand.toml names "
        "it, by taking that line out.",
    ),
    "b-011": Entry(
        "error",
        "“{title}” could not be made into pages with the brand's {name}: {reason}.",
        "Correct {name} in the brand's folder “templates”, or remove it.",
    ),
    "b-012": Entry(
        "error",
        "The programs that read and lay out pages could not be started: {reason}.",
        "Close other programs, and run the same command again.",
    ),
    "b-013": Entry(
        "error",
        "{path} would stand among the kit's sources, and be taken for one of them.",
        "Choose another place, such as the kit's folder “out”.",
    ),
    "b-014": Entry(
        "error",
        "Finished work in {path} was taken away while it was in use: {reason}.",
        "Run the same command again; what is missing is made anew.",
    ),
    "b-015": Entry(
        "note",
        "No page was laid out for this file: what shows on pages alone was not checked.",
        "Build the PDF too, or run presskit check, before you send.",
    ),
    "b-016": Entry(
        "note",
        "Set a little closer, so that no last page is nearly empty: {titles}.",
        "To keep the theme's own spaces, write into kit.toml: tighten = false",
    ),
    "b-017": Entry(
        "warning",
        "The logo {name} is hardly seen: {reason}.",
        "Ask whoever made it for one that fills its picture (SVG or PNG), and put that into its place.",
    ),
    "b-018": Entry(
        "warning",
        "{name} says of itself that it may not be embedded in a PDF, and is.",
        "Ask for the licence, or for the file of it that may be embedded; or name another typeface in brand.toml.",
    ),
    # Mail: drafts, and the list of people they are for.
    "m-001": Entry(
        "warning",
        "Row {row}{who}: {problem}. Nothing is made for this row.",
        "Correct the row in {name}, then try again.",
    ),
    "m-002": Entry(
        "note",
        "Row {row}{who}: the address stands in row {first} already. It counts once.",
        "Take one of the two rows out, if you like.",
    ),
    "m-003": Entry(
        "warning",
        "The kit is embargoed, and {people}. Nothing is made for {them}.",
        "Once they have agreed, write “yes” into the column “embargo”, then try again.",
    ),
    "m-004": Entry(
        "error",
        "{name} has no column of e-mail addresses. Its first row says: {words}.",
        "Name the columns in the first row: name, e-mail, outlet, language, salutation, embargo. Only e-mail must be "
        "there.",
    ),
    "m-005": Entry("error", "{name} cannot be opened as a table: {reason}.", "{hint}"),
    "m-006": Entry(
        "error", "There is nobody in {name} to make anything for.", "Look at what is said of its rows, then try again."
    ),
    "m-007": Entry(
        "error",
        "The mail would be {size}, and may be {limit}, even with its pictures at their smallest. The biggest pieces, "
        "as they count in a mail: {pieces}.",
        "Take photos out of the kit, or allow more with --mail-limit. Drafts can do without the PDF: presskit mail "
        "--attach none",
    ),
    "m-008": Entry(
        "error",
        "{path} holds {name}, which presskit did not write.",
        "Name a folder with -o that is not there yet, so that your files and what it writes do not mix.",
    ),
    "m-009": Entry(
        "error",
        "Nothing in the kit says that it was corrected.",
        "Write what was wrong and what is right as “correction”, at the top of the release or in kit.toml.",
    ),
    "m-010": Entry(
        "error",
        "{names} looks like a press release, and is not in the kit. Nothing is made until you have chosen.",
        'Write into kit.toml: [files."{name}"] and below it kind = "release", or kind = "leave out". Then try again.',
    ),
    "m-011": Entry(
        "warning",
        "{name} does not say how its letters are encoded. It was read as {encoding}, and “{words}” may be meant "
        "otherwise.",
        "If they are wrong, open the list in the program that made it and save it as CSV (UTF-8) or as an Excel "
        "workbook (.xlsx).",
    ),
    "m-012": Entry(
        "warning",
        "In this list, {people} this kit already{sent}. It is made for each once more.",
        "To leave them out, run the command again with --remaining. who-has-what.csv says who has what.",
    ),
    "m-013": Entry(
        "note",
        "In this list, {people} never had a draft of this kit, and no correction is drafted for them.",
        "Make theirs with --remaining in place of --correction.",
    ),
    "m-014": Entry(
        "error",
        "Everybody in {name} has this kit already.",
        "Leave --remaining out to make it for all of them once more.",
    ),
    "m-015": Entry(
        "error",
        "A mail with --together is addressed to yourselves, and the kit has no address of yours.",
        "Write a press contact with an e-mail address into brand.toml or into the release.",
    ),
    "m-016": Entry(
        "warning",
        "Row {row}: the kit's typefaces have no letters for all of “{name}” ({letters}). The copy says “{instead}”.",
        "Write the name in Latin, Greek, Cyrillic or Arabic letters, if the person uses such a spelling.",
    ),
    "m-017": Entry("note", "{name} is the copy for {person}.", "Nothing is to be done."),
    "m-018": Entry(
        "warning",
        "The mail is {size}, and may be {limit}: many servers refuse it.",
        "Give the photo's place on your website instead, or allow more with --mail-limit.",
    ),
    "m-019": Entry(
        "warning",
        "Rows of {name} are hidden, as a filter does, {count} in all: nothing is made for who stands there.",
        "If they should have a mail too, show all rows in the program that made the list, save it, then try again.",
    ),
    "m-020": Entry(
        "warning",
        "People stand on more than one sheet of {name}: “{sheet}” is used, and not {others}.",
        "Put all people on one sheet, or save the other as a file of its own and use that too.",
    ),
    "m-021": Entry(
        "note",
        "The column “{heading}” is taken for the office's own: nothing of it stands in a mail.",
        "To say something to one person alone, write it into a column called “note”.",
    ),
}


def finding(code: str, where: Where | None = None, **words: object) -> Finding:
    """Make the finding `code` with its catalogue text, filled with `words`: names and whatever else strangers write."""
    entry = CATALOGUE[code]
    told = {key: brief(word) if isinstance(word, str | Path) else word for key, word in words.items()}
    return Finding(code, entry.severity, where or Where(), entry.message.format(**told), entry.hint.format(**told))


def unreadable(path: Path, error: Exception) -> Finding:
    """Make the finding for a file or folder that the system does not open: it is locked, or not ours to read."""
    return finding(
        "s-011", Where(path), name=path.name, reason=(getattr(error, "strerror", None) or str(error)).lower()
    )


Verdict = Literal["ready", "check", "not ready"]
# What hurts most when it is wrong comes first: when it may be published, which text it is, what is missing, whom to
# ring. All others follow in the order of the catalogue.
HARMFUL = (
    *(
        "c-029",
        "c-030",
        "c-031",
        "m-003",
        "s-029",
        "s-028",
        "c-048",
        "c-070",
        "s-030",
        "s-024",
        "c-036",
        "c-037",
        "c-002",
        "c-006",
        "c-039",
        "c-040",
        "c-071",
        "c-073",
        "c-022",
    ),
    *(
        "c-001",
        "c-003",
        "c-043",
        "c-044",
        "c-045",
        "c-018",
        "c-047",
        "c-042",
        "c-021",
        "c-028",
        "c-013",
        "c-016",
        "c-005",
        "c-004",
        "c-009",
        "c-010",
        "c-027",
        "c-019",
    ),
)


def verdict_of(findings: Iterable[Finding]) -> Verdict:
    """Return what the findings come to: something to fix, something to look at, or nothing but good to know."""
    severities = {item.severity for item in findings}
    return "not ready" if "error" in severities else "check" if "warning" in severities else "ready"


def by_harm(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the gravest first: what must be fixed, then what hurts most when it is wrong."""
    codes = [*HARMFUL, *(code for code in CATALOGUE if code not in HARMFUL)]
    graveness = {"error": 0, "warning": 1, "note": 2}
    return sorted(findings, key=lambda item: (graveness[item.severity], codes.index(item.code)))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error."""
    return any(item.severity == "error" for item in findings)


def strict(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings with every warning made an error, as --strict asks."""
    return tuple(replace(item, severity="error") if item.severity == "warning" else item for item in findings)
