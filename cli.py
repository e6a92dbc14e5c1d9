"""The command line: words in, exit code out. Engines are imported inside the commands, so that --help is quick."""

from __future__ import annotations

import errno
import os
import re
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from inspect import getdoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, cast

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from presskit.ending import STOPPED
from presskit.errors import ExitCode, OutputError, PresskitError, SourceError, UsageError, usage_error
from presskit.findings import finding, unreadable
from presskit.names import shown
from presskit.resources import called_as
from presskit.whole import WORDS, reason_of

if TYPE_CHECKING:
    from presskit.checking.preflight import Press
    from presskit.comparing.reprinting import Reprint
    from presskit.findings import Finding
    from presskit.making.orders import BuildOrder, MadeKit
    from presskit.outcomes import Progress
    from presskit.reading.formats.exports import Export, Post
    from presskit.writing.answers import Answers


HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
KEPT_HYPHEN = "\N{NON-BREAKING HYPHEN}"  # while lines are made


class Commands(TyperGroup):
    """The commands; words that are none of theirs, or a name longer than any system holds, are told plainly."""

    def make_context(self, info_name: str | None, args: list[str], *given: Any, **more: Any) -> Any:
        """Start what works for the command that is called, and read the words before its name.

        Why in this order: to read any word, Typer loads a library that takes 0.1 s.
        """
        name, *words = args or [""]
        if name in RECORDED:
            _answer_from_record(args)
        if name in STARTS and not {"-h", "--help"} & {*words}:
            STARTS[name]()
        if "" in args:  # as a variable of a shell that holds nothing: it would be the folder one stands in
            raise usage_error("A name is empty", "Type the name of a file or folder, as in: presskit build my-kit")
        if not args:  # the answer is the help, whose lines are to stay
            return super().make_context(info_name, args, *given, obj=(), **more)
        return _plainly(super().make_context, info_name, args, *given, obj=tuple(args), **more)

    def invoke(self, ctx: Any) -> Any:
        """Read a command's words, and run it."""
        return _plainly(super().invoke, ctx)


def _answer_from_record(words: Sequence[str]) -> None:
    """Say again what the command said before, and end, where nothing has changed since."""
    from presskit import records
    from presskit.terminal.lines import write

    if record := records.answer(words):
        write(record.said, sys.stdout)
        sys.exit(record.exit_code)


def _plainly(read: Callable[..., Any], *given: Any, **more: Any) -> Any:
    try:
        return read(*given, **more)
    except TyperException as error:
        error.message = shown(error.message)
        if "--json" in sys.argv[1:] and error.message:
            command = getattr(getattr(error, "ctx", None), "command_path", called_as())
            raise usage_error(shown(error.format_message()).rstrip("."), f"Type: {command} --help") from None
        raise
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        raise SourceError(unreadable(Path(str(error.filename)), error)) from None


class WholeNames(TyperGroup.context_class.formatter_class):  # type: ignore[misc, name-defined]
    """Help whose lines never end within the name of a file: it is to be copied. Typer parts it at each hyphen."""

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(HYPHEN.sub(KEPT_HYPHEN, text))

    def write_dl(self, rows: Sequence[tuple[str, str]], *given: int, **more: int) -> None:
        """Write names of options or commands, and behind each what it does."""
        super().write_dl([(name, HYPHEN.sub(KEPT_HYPHEN, said)) for name, said in rows], *given, **more)

    def getvalue(self) -> str:
        """Return what was written."""
        return str(super().getvalue()).replace(KEPT_HYPHEN, "-")


TyperGroup.context_class.formatter_class = WholeNames
app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="""Releases, factsheet, photos and boilerplate become one press kit: a PDF to hand out, mail or print.

    \b
    A first kit:
      presskit new my-kit          a folder to start from
      presskit build my-kit        the press kit, as a PDF

    \b
    One release alone:
      presskit build release.txt
    """,
)


def _say_version(asked: bool) -> None:
    """Say what is at work here: what a report of a mistake needs."""
    if asked:
        sys.stdout.write(f"{_versions()}\n")
        raise typer.Exit


def _versions() -> str:
    from platform import platform, python_version

    from presskit import __version__

    return f"presskit {__version__}, Python {python_version()}, {platform(terse=True)}"


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which presskit this is, and end."),
    ] = False,
) -> None:
    """Take what stands before a command's name."""


Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for other programs.")]
Sources = Annotated[list[Path] | None, typer.Argument(metavar="KIT|ZIP|FILE", show_default=False, hidden=True)]
Paper = Annotated[str | None, typer.Option(metavar="letter|a4", help="The paper, instead of the kit's.")]
Theme = Annotated[str | None, typer.Option(metavar="NAME", help="The look, instead of the kit's.")]
Jobs = Annotated[int | None, typer.Option(min=1, max=64, metavar="N", help="How many documents to make at a time.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Make every page anew.")]
Strict = Annotated[bool, typer.Option("--strict", help="Treat everything to look at as a mistake to fix.")]


@app.command(context_settings={"allow_extra_args": True}, short_help="Make a folder to start a kit from.")
def new(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", hidden=True)],
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            "--from",
            metavar="FILE|FOLDER|ZIP...",
            help="Your releases, factsheet, photos: copied into their places.",
        ),
    ] = None,
    no_questions: Annotated[bool, typer.Option("--no-questions", help="Ask nothing.")] = False,
) -> None:
    """Make a folder to start a kit from; texts to replace stand in [square brackets].

    Asks eight questions about your organisation. Enter skips one; all can be changed later, in brand.toml and kit.toml.

    \b
    Examples:
      presskit new spring-opening
      presskit new spring --from release.txt "Fact Sheet.md"
      presskit new spring-opening --from "Shared drive"
    """
    from presskit import gate, terminal
    from presskit.judging.inspection import gather
    from presskit.sorting.sources import places_of
    from presskit.unpacking import unpacked
    from presskit.writing.answers import Answers
    from presskit.writing.scaffold import placed, require_empty, scaffold

    more = [Path(word) for word in context.args]  # an option takes one word; --from a.txt b.txt is what people type
    if more and not texts:
        hint = "Write --from before your texts and photos."
        raise usage_error(f"presskit does not know what {more[0]} is for", hint)
    given = [*(texts or ()), *more]
    asks = not no_questions and sys.stdin.isatty()
    with (
        unpacked(given) as taken,
        gate.opened(folder, *(place for path in taken for place in places_of([path]))),
    ):
        require_empty(folder)
        found = gather(taken)
        kinds = {path: kind for path, kind in found.kinds.items() if kind}
        places = placed([*found.kinds], kinds, found.shown)
        answers = _asked() if asks else Answers()
        answers = answers if answers.logo else replace(answers, logo=found.logo, colour=answers.colour or found.colour)
        with gate.opened(*([answers.logo] if answers.logo else [])):
            written = scaffold(folder, answers, places)
    terminal.say_lines(terminal.made_folder(folder, written, places, found.outside))


def _asked() -> Answers:
    """Ask the eight questions of `new`."""
    from presskit.terminal import say
    from presskit.writing.answers import Answers, country_of, mail_address_of, paper_of

    say("Eight questions about your organisation. Enter skips one; you can change every answer later.")
    organisation = _answer("Its full name")
    colour, logo = _answer("Its colour (#12355B, or a word such as navy) or its logo (drag the file here)", _look)
    if logo:
        say(f"  Its colour is taken from the logo: {colour}" if colour else "  The logo has no colour of its own.")
    return Answers(
        organisation,
        colour,
        logo,
        contact=_answer("Press contact, first name and last name"),
        phone=_answer("Telephone of the press contact"),
        email=_answer("E-mail address of the press contact", _asked_again(mail_address_of)),
        web=_answer("Website"),
        country=_answer("Country, in two letters such as US or GB", _asked_again(country_of)),
        paper=_answer("Paper: letter or a4", _asked_again(paper_of)),
    )


def _answer(question: str, read: Callable[[str], Any] = str.strip) -> Any:
    """Ask until the answer can be used; what is skipped is empty."""
    return typer.prompt(question, default="", show_default=False, value_proc=read)


def _look(words: str) -> tuple[str | None, Path | None]:
    from presskit.writing.answers import look_of

    try:
        return look_of(words) if words.strip() else (None, None)
    except UsageError as error:
        raise _ask_again(error) from None


def _asked_again(read: Callable[[str], str]) -> Callable[[str], str]:
    """Return what reads an answer, and asks again where it cannot be used."""

    def answer(words: str) -> str:
        try:
            return read(words)
        except UsageError as error:
            raise _ask_again(error) from None

    return answer


def _ask_again(error: UsageError) -> typer.BadParameter:
    return typer.BadParameter(" ".join(f"{item.message} {item.hint}" for item in error.problems))


@app.command("import", short_help="Bring texts and blog posts into a kit, cleaned.")
def import_(
    source: Annotated[Path, typer.Argument(metavar="FILE|FOLDER|ZIP|EXPORT|FEED", hidden=True)],
    into: Annotated[Path, typer.Option("--into", metavar="KIT", help="The kit's folder; made where it is not there.")],
    all_: Annotated[bool, typer.Option("--all", help="Of a blog: every published post and page.")] = False,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="Of a blog: posts since 2026-01-01.")] = None,
    category: Annotated[str | None, typer.Option(metavar="NAME", help="Of a blog: posts of a category or tag.")] = None,
    json: Json = False,
) -> None:
    """Bring texts and blog posts into a kit as clean Markdown: all that was recognised in them, and their pictures.

    A WordPress export (Tools, Export) or a feed lists its published posts and asks which ones; drafts and private posts
    are never imported. Files that are there already stay as they are.

    \b
    Examples:
      presskit import release.docx --into my-kit
      presskit import "Press 2026" --into my-kit      every text of a folder, or of a ZIP of one
      presskit import blog.xml --into my-kit          lists the posts, and asks
      presskit import blog.xml --into my-kit --all

    Ends with 8 when a text was not imported because its embargo is unclear, with 2 when posts are to be chosen and
    there is nobody to ask.
    """
    from presskit import importing, options, terminal
    from presskit.importing.choosing import Choice, chosen
    from presskit.unpacking import unpacked

    choice = Choice(all_, options.day("--since", since), category)
    with unpacked([source]) as [found]:
        order = importing.ImportOrder(found, into)
        export = importing.posts_in(found)
        if export is None and choice.is_made:
            hint = "Leave --all, --since and --category out: all texts are imported."
            raise usage_error(f"{source.name} is no export or feed of a blog", hint)
        posts: Sequence[Post] = ()
        if export:
            is_chosen = choice.is_made or len(export.posts) == 1
            posts = chosen(export.posts, choice) if is_chosen else _chosen(source, export, json)
        with terminal.progress(quiet=json) as bars:
            done = importing.import_posts(order, export, posts, bars) if export else importing.import_texts(order, bars)
    if json:
        terminal.say_json(terminal.imported_json(done))
    else:
        terminal.say_lines(terminal.imported(done))
    raise typer.Exit(done.exit_code)


def _chosen(path: Path, export: Export, as_json: bool) -> Sequence[Post]:
    """List the posts of a blog, and ask which ones are meant; without anybody to ask, end with 2."""
    from presskit import options, terminal

    if as_json:
        terminal.say_json(terminal.posts_json(path, export))
        raise typer.Exit(ExitCode.USAGE)
    terminal.say_lines(terminal.posts_listed(path, export))
    if not export.posts:
        return ()
    if not sys.stdin.isatty():
        hint = "Add --all, --since 2026-01-01 or --category NAME."
        raise usage_error("Nothing was imported, because no posts were chosen", hint)

    return cast("Sequence[Post]", _which(lambda words: options.numbered(export.posts, words, "posts")))


def _which(chosen: Callable[[str], Sequence[object]]) -> Sequence[object]:
    """Ask which of the things that were listed are meant."""

    def read(words: str) -> Sequence[object]:
        try:
            return chosen(words)
        except UsageError as error:
            raise _ask_again(error) from None

    answer: Sequence[object] = _answer("Which ones? (all, numbers such as 1-3, 7, or Enter for none)", read)
    return answer


@app.command(short_help="Show what is recognised in a text.")
def inspect(
    files: Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER|ZIP", hidden=True)],
    json: Json = False,
) -> None:
    """Show what is recognised in a text: headline, date, contact, quotes, and the lines that are left out.

    Of a folder, or a ZIP of one: what each of its files is taken for, why, and what is not in the kit.

    \b
    Examples:
      presskit inspect release.txt
      presskit inspect releases/*.docx --json
      presskit inspect my-folder
    """
    from presskit.judging.inspection import inspect_files, inspect_folder, is_one_folder

    # All of it before the work is asked for: those who do it are still being loaded.
    from presskit.terminal import inspected, say_json, say_lines, table

    if is_one_folder(files):
        rows = inspect_folder(files[0])
        if json:
            say_json([row.facts() for row in rows])
        else:
            say_lines(table(rows, files[0]))
        return
    reports = inspect_files(files)
    if json:
        say_json(reports[0].facts if len(reports) == 1 else [report.facts for report in reports])
        return
    for report in reports:
        say_lines(inspected(*report))


@app.command(short_help="Build the press kit.")
def build(
    context: typer.Context,
    sources: Sources = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="OUT",
            help="Where to write: .pdf, .txt, .html or .zip. Without it, a PDF in the folder “out” of the kit.",
        ),
    ] = None,
    purpose: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="screen|email|print|booklet|shop|archive",
            help="What the kit is for: a screen, a mail, the office printer, a booklet, a print shop, or an archive.",
        ),
    ] = "screen",
    mail_limit: Annotated[
        str | None,
        typer.Option(metavar="SIZE", help="With --for email: the most a mail with the kit may have; else 10MB."),
    ] = None,
    paper: Paper = None,
    theme: Theme = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    sheet: Annotated[
        str | None,
        typer.Option(metavar="letter|tabloid|a4|a3", help="For a booklet: the sheet to fold; else the kit's paper."),
    ] = None,
    right_hand: Annotated[
        bool,
        typer.Option("--right-hand", help="For print and booklet: begin each document on a right-hand page."),
    ] = False,
    copies: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="For print and booklet: say how many sheets N copies take.")
    ] = None,
    changed_since: Annotated[
        Path | None,
        typer.Option(metavar="SENT.pdf", help="For print: also the sheets that changed since, and a correction slip."),
    ] = None,
    bleed: Annotated[
        str | None,
        typer.Option(metavar="LENGTH", help="For a print shop: bleed, such as 5mm; else 0.125in on Letter, 3mm on A4."),
    ] = None,
    icc: Annotated[
        Path | None, typer.Option(metavar="FILE", help="For a print shop: its profile, for CMYK colours and PDF/X-4.")
    ] = None,
    max_ink: Annotated[
        int | None, typer.Option(min=120, max=400, metavar="PERCENT", help="With --icc: most ink in all; else 300.")
    ] = None,
    ascii_: Annotated[
        bool,
        typer.Option(
            "--ascii",
            help="In a .txt: straight quotes, plain dashes. Only punctuation changes: letters such as é stay.",
        ),
    ] = False,
    embargoed: Annotated[
        bool, typer.Option("--embargoed", help="Write a web page before the embargo is over, to prepare it in private.")
    ] = False,
    now: Annotated[
        str | None,
        typer.Option(metavar="ISO", help="The moment against which embargoes are held: 2026-05-12T09:00-04:00."),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the file when it is written.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Stay, and build again after each save. Ctrl-C ends it.")
    ] = False,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Build the press kit out of a folder, a ZIP of one, or the texts you name: a PDF, a text, a web page or a ZIP.

    \b
    Examples:
      presskit build                           the kit in this folder
      presskit build my-kit                    writes my-kit/out/….pdf
      presskit build from-anna.zip             a ZIP of a folder; writes out/….pdf beside it
      presskit build release.docx              the branded release alone
      presskit build a.docx b.html Factsheet.docx
      presskit build my-kit -o kit.pdf --paper a4
      presskit build my-kit --for email        small enough for a mail of 10 MB
      presskit build my-kit -o kit.txt         the words alone, to paste into a mail
      presskit build my-kit -o kit.zip         all of it: PDFs, texts, photos, logos, captions
      presskit build my-kit --for print --copies 60
      presskit build my-kit --for print --changed-since v1.pdf
      presskit build my-kit --for booklet --sheet a3
      presskit build my-kit --for shop --icc printer.icc
      presskit build my-kit --for archive      PDF/A-3a, with each text inside
      presskit build my-kit ../photos          links of the kit may lead to ../photos
      presskit build my-kit --watch            again after each save, until Ctrl-C

    Nothing is opened outside the kit, its brand, and what you name.
    The last lines say “Ready to send”, “Check before you send”, or “Not ready to send”. The first two end with 0,
    the last with 8 (the name of the file then says DRAFT, and a PDF says it on every page).
    """
    from presskit import options, records, terminal
    from presskit.making import build as building
    from presskit.writing.mails.mail import limit_bytes

    options.require_word("--for", purpose, tuple(options.PURPOSES))
    options.require_purpose(
        purpose,
        {
            "--mail-limit": mail_limit,
            "--right-hand": right_hand,
            "--copies": copies,
            "--sheet": sheet,
            "--changed-since": changed_since,
        },
    )
    options.require_word("--sheet", sheet, ("letter", "tabloid", "a4", "a3"))
    options.require_output(output, purpose, ascii_=ascii_, embargoed=embargoed)
    order = options.order(
        sources,
        output=output,
        paper=paper,
        theme=theme,
        jobs=jobs,
        use_cache=not no_cache,
        strict=strict,
        ascii=ascii_,
        embargoed=embargoed,
        now=options.moment(now),
        purpose=purpose,
        mail_limit=limit_bytes(mail_limit or "10MB"),
        sheet=sheet,
        right_hand=right_hand,
        changed_since=changed_since,
        **options.for_shop(purpose, bleed, icc, max_ink),
    )
    if watch:
        _watch(order, json=json, open_=open_)
    begun = records.begin(context.obj, order.ingredients)
    with terminal.progress(quiet=json) as bars:
        made, path = building.build(order, bars)
        again = _reprint(made, path, order, bars) if changed_since else None
    made = replace(made, written=(*made.written, *(again.written if again else ())))
    if json:
        said = terminal.said_json(terminal.made_json(made, path, copies) | terminal.reprint_json(again))
    else:
        check_it = terminal.check_command(sources, purpose, strict=strict)
        said = terminal.said_lines(
            [*terminal.verdict(made, path, check_it, copies), *terminal.reprinted(again, copies)]
        )
    terminal.write(said, sys.stdout)
    records.keep(
        begun, records.Done(said, made.exit_code, order.read_for(made), (*made.written, *made.older), made.until)
    )
    if open_ and not terminal.show_file(path) and not json:
        terminal.say(f"The file could not be opened from here. You find it at {path.absolute()}")
    raise typer.Exit(made.exit_code)


def _reprint(made: MadeKit, path: Path, order: BuildOrder, bars: Progress) -> Reprint | None:
    """Write what is printed again; of a kit that is not ready, nothing is."""
    from presskit.comparing.reprinting import reprint

    return None if made.exit_code else reprint(made, path, order, bars)


def _watch(order: BuildOrder, *, json: bool, open_: bool) -> NoReturn:
    """Build a kit and stay: one line for each save. Only Ctrl-C, or the end of the terminal, ends it."""
    from datetime import datetime

    from presskit import terminal
    from presskit.making.warm import Engine
    from presskit.making.watching import watch

    if json:
        raise usage_error("--json goes with a build that ends, and not with --watch", "Leave one of the two out.")
    verdict, kit = "", Path(os.path.realpath(order.sources[0]))
    with Engine() as engine:
        for built in watch(order, engine):
            is_first = not verdict
            lines, verdict = terminal.watched(built, kit, verdict, datetime.now())
            terminal.say_lines(
                [*lines, *(["Save a file of the kit, and it is made again. Ctrl-C ends it."] if is_first else [])]
            )
            if open_ and is_first and built.path:
                terminal.show_file(built.path)
    raise AssertionError("only a signal ends it")


@app.command(short_help="Show the kit in a window of your browser, made again after each save.")
def preview(
    context: typer.Context,
    sources: Sources = None,
    paper: Paper = None,
    theme: Theme = None,
    jobs: Jobs = None,
    strict: Strict = False,
    no_open: Annotated[bool, typer.Option("--no-open", help="Only name the address; open no browser.")] = False,
    or_build: Annotated[
        bool, typer.Option("--or-build", help="Where no browser can be opened: make the PDF and open it.")
    ] = False,
) -> None:
    """Show the pages and the verdict in a window of your browser, and both anew whenever you save a file of the kit.

    Without a kit, and where you stand in none, the window begins a new one of the files that you drop on it.

    \b
    Examples:
      presskit preview
      presskit preview my-kit
      presskit preview my-kit --theme institutional --paper a4

    The window shows the very file that `build` writes, and saves the kit for a mail, a printer, as a web page or a ZIP.
    What you correct in it is written into kit.toml, brand.toml, photos.toml or the top of the text, and can be undone.
    It is for this computer alone: nobody else can open its address, and it loads nothing from the internet.
    Close it with its button, or with Ctrl-C here.
    """
    from webbrowser import open as show_page

    from presskit import options, terminal
    from presskit.preview.serving import has_browser
    from presskit.preview.serving import preview as show
    from presskit.preview.taking_in.beginning import home_of_new

    def begin(address: str) -> None:
        terminal.say_lines([f"The kit is shown at {address}", "Ctrl-C ends it."])
        sys.stdout.flush()  # whoever reads it through a pipe would wait
        if not no_open:
            show_page(address)

    if or_build and not has_browser():
        build(context, sources, paper=paper, theme=theme, jobs=jobs, strict=strict, open_=True)
    order = options.order(sources, paper=paper, theme=theme, jobs=jobs, strict=strict)
    show(order, begin, None if sources else home_of_new())


@app.command(short_help="Draft the mails that send the kit.")
def mail(
    sources: Sources = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="The folder for the drafts; without it, out/drafts."),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(metavar="LIST", help="The people to write to: a table as .csv or .xlsx, a draft for each."),
    ] = None,
    attach: Annotated[
        str, typer.Option(metavar="pdf|none", help="pdf: the kit, a photo and the logo. none: the text alone.")
    ] = "pdf",
    mail_limit: Annotated[str, typer.Option(metavar="SIZE", help="The most a mail may have, all in all.")] = "10MB",
    correction: Annotated[
        bool, typer.Option("--correction", help="Tell everybody who ever had a draft that the kit was corrected.")
    ] = False,
    remaining: Annotated[
        bool, typer.Option("--remaining", help="Only for those on the list who have no draft of this kit yet.")
    ] = False,
    together: Annotated[
        bool, typer.Option("--together", help="One draft for all who read the same language, each of them in Bcc.")
    ] = False,
    personal: Annotated[
        bool, typer.Option("--personal", help="Attach to each draft a copy with the person's name on every page.")
    ] = False,
    photo: Annotated[
        str | None,
        typer.Option(metavar="NUMBER|NAME", help="Hand on one photo, as large as it is: a draft to nobody yet."),
    ] = None,
    as_: Annotated[
        str, typer.Option("--as", metavar="eml|mbox", help="A file for each draft, or one .mbox with all to import.")
    ] = "eml",
    paper: Paper = None,
    theme: Theme = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Draft the mails that send the kit. presskit sends nothing: you open each draft, look at it, and send it.

    \b
    Examples:
      presskit mail my-kit                               one draft without an address
      presskit mail my-kit --to journalists.xlsx         one for each journalist
      presskit mail my-kit --to list.csv --mail-limit 7.3MB
      presskit mail my-kit --to list.csv --remaining     for those who have none yet
      presskit mail my-kit --to list.csv --together      one for each language, the people in Bcc
      presskit mail my-kit --to list.csv --personal      each with a copy that says whose it is
      presskit mail my-kit --correction                  to all who ever had one
      presskit mail my-kit --photo quay.jpg              one photo, its terms first

    The list needs a column of e-mail addresses. It may have name, first name, outlet, language, salutation, note (a
    paragraph for this person alone), and embargo: until an embargo is over, only people with a yes there get a draft.
    Each run has a folder of its own; who-has-what.csv in the kit's folder keeps who has which file.
    Ends with 8 when something in the kit must be fixed first: no draft is made then.
    """
    from presskit import mailing, options, terminal
    from presskit.mailing.orders import COPY_BYTES, MailOrder
    from presskit.writing.mails.mail import limit_bytes

    options.require_word("--attach", attach, ("pdf", "none"))
    options.require_word("--as", as_, ("eml", "mbox"))
    options.require_list(to, correction=correction, remaining=remaining, together=together)
    others = {"--to": to, "--correction": correction, "--personal": personal}
    options.require_alone(photo, {**others, "--attach none": attach != "pdf", "--as mbox": as_ != "eml"})
    if personal:
        options.require_copies(to, attach=attach, together=together)
    attaches = attach == "pdf"
    kit = options.order(
        sources,
        paper=paper,
        theme=theme,
        jobs=jobs,
        use_cache=not no_cache,
        strict=strict,
        purpose="email" if attaches and photo is None else "screen",
        mail_limit=limit_bytes(mail_limit) - (COPY_BYTES if personal else 0),
    )
    order = MailOrder(kit, output, to, attaches, correction, remaining, together, as_ == "mbox", personal, photo=photo)
    with terminal.progress(quiet=json) as bars:
        result = mailing.make_drafts(order, bars)
    if json:
        terminal.say_json(terminal.mailed_json(result))
    else:
        check_it = terminal.check_command(sources, "email", strict=strict)
        terminal.say_lines(terminal.mailed(result, check_it))
    raise typer.Exit(result.exit_code)


@app.command(short_help="Make a copy of the kit for each person.")
def personal(
    to: Annotated[Path, typer.Option(metavar="LIST", help="The people: a table as .csv or .xlsx, a copy for each.")],
    sources: Sources = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="DIR", help="The folder for the copies; without it, out/copies."),
    ] = None,
    mail_limit: Annotated[str, typer.Option(metavar="SIZE", help="The most a mail with a copy may have.")] = "10MB",
    remaining: Annotated[
        bool, typer.Option("--remaining", help="Only for those on the list who do not have this kit yet.")
    ] = False,
    paper: Paper = None,
    theme: Theme = None,
    jobs: Jobs = None,
    no_cache: NoCache = False,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Make a copy of the kit for each person on a list: their name and outlet stand on the cover and on every page.

    \b
    Examples:
      presskit personal my-kit --to journalists.csv
      presskit personal my-kit --to list.xlsx -o copies
      presskit personal my-kit --to list.csv --remaining     for those who have none yet
      presskit mail my-kit --to list.csv --personal          drafts, each with its copy attached
      presskit check copy.pdf --against my-kit               whose is it, and is it unchanged?

    The list is the one of presskit mail: until an embargo is over, only people with a yes in its column embargo get a
    copy. Each is as small as for a mail. No copy holds a letter of another person's name.
    who-has-what.csv in the kit's folder keeps who has which file, with its SHA-256.
    Ends with 8 when something in the kit must be fixed first: no copy is made then.
    """
    from presskit import mailing, options, terminal
    from presskit.mailing.orders import COPY_BYTES, MailOrder
    from presskit.writing.mails.mail import limit_bytes

    kit = options.order(
        sources,
        paper=paper,
        theme=theme,
        jobs=jobs,
        use_cache=not no_cache,
        strict=strict,
        purpose="email",
        mail_limit=limit_bytes(mail_limit) - COPY_BYTES,
    )
    order = MailOrder(kit, output, to, remaining=remaining, personal=True, copies_alone=True)
    with terminal.progress(quiet=json) as bars:
        result = mailing.make_drafts(order, bars)
    if json:
        terminal.say_json(terminal.copied_json(result))
    else:
        terminal.say_lines(terminal.copied(result, terminal.check_command(sources, "email", strict=strict)))
    raise typer.Exit(result.exit_code)


@app.command(short_help="Say what there is to fix or to look at.")
def check(
    context: typer.Context,
    sources: Sources = None,
    against: Annotated[Path | None, typer.Option(metavar="KIT", help="The kit that the file is said to be of.")] = None,
    purpose: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar="print|booklet|shop",
            help="Check for the office printer, a booklet to fold (kits only) or a print shop. With --against: what a "
            "PDF was made for, where it does not say so itself.",
        ),
    ] = None,
    paper: Annotated[str | None, typer.Option(metavar="letter|a4", help="With --against: the PDF's paper.")] = None,
    theme: Annotated[str | None, typer.Option(metavar="NAME", help="With --against: the PDF's look.")] = None,
    icc: Annotated[
        Path | None, typer.Option(metavar="FILE", help="With --against: the profile a print shop's PDF was made with.")
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option(metavar="REPORT", help="Write it as a web page too: each message, beside a picture of its page."),
    ] = None,
    strict: Strict = False,
    json: Json = False,
) -> None:
    """Check a kit, or a finished file, and list everything there is to fix or to look at.

    Name a kit's folder, a ZIP of one, texts, or a finished .pdf or .zip. A finished .txt or .html needs --against.
    With --against the kit is made anew, as the file says it was made, and nothing is written: every word, page,
    picture and link is compared. Whatever differs ends with 8.

    \b
    Examples:
      presskit check my-kit
      presskit check a.docx b.html
      presskit check my-kit --for print
      presskit check kit.pdf --against my-kit      is it what the kit gives today?
      presskit check kit.txt --against my-kit
      presskit check kit.zip                       is everything in it, and unchanged?
      presskit check kit.zip --against my-kit      and is it what the kit gives today?
      presskit check drafts --against my-kit       a folder that mail wrote, or one .eml in it
      presskit check my-kit/sent                   is what went out still what went out?
      presskit check from-the-designer.pdf --for shop
      presskit check my-kit --html report.html     with a picture of each page
    """
    from presskit.sorting.folders import are_drafts, kit_that_sent
    from presskit.unpacking import is_of_sources

    given = sources or []
    finished = (".pdf", ".zip", ".txt", ".html", ".eml") if against else (".pdf", ".zip")
    files = [path for path in given if path.suffix.lower() in finished and (against or not is_of_sources(path))]
    files += [path for path in given if path not in files and (are_drafts(path) if against else kit_that_sent(path))]
    if not files or against:
        _start_engine()
    from presskit import options, records, terminal
    from presskit.findings import has_errors
    from presskit.judging.proof import check_file, check_kit, check_print

    fits = tuple(options.PURPOSES) if against else ("print", "shop") if files else ("print", "booklet", "shop")
    options.require_word("--for", purpose, fits)
    said_how = options.given(purpose=purpose, paper=paper, theme=theme, icc=icc) if against else {}
    options.require_checked(
        given, files, against=against, purpose=purpose, said_how={"paper": paper, "theme": theme, "icc": icc}
    )
    if html:
        from presskit import reporting

        reporting.require_report(html, given or [Path()], against)
    made = None
    with terminal.progress(quiet=json) as bars:
        findings: tuple[Finding, ...] = ()
        for path in files:
            if purpose and not against:
                findings += check_print(path, cast("Press", purpose), strict_=strict)
            else:
                kit = options.order([against]) if against else None
                findings += check_file(path, kit, strict_=strict, progress=bars, given=said_how)
        if not files:
            order = options.order(sources, strict=strict, purpose=purpose or "screen")
            begun = records.begin(context.obj, order.ingredients)
            findings, made = check_kit(order, bars)
    lines = terminal.checked(findings, purpose or "screen", is_compared=bool(against or not files))
    if html:
        pages = reporting.pages_of_files(files) if files else made.pdf if made else None
        reporting.write_report(html, reporting.subject_of(given), findings, lines[-1], pages)
        lines.append(f"The report: {html}")
    if json:
        facts = {**terminal.verdict_json(findings), "findings": terminal.findings_json(findings)}
        said = terminal.said_json({**facts, "report": str(html)} if html else facts)
    else:
        said = terminal.said_lines(lines)
    terminal.write(said, sys.stdout)
    exit_code = ExitCode.NOT_READY if has_errors(findings) else ExitCode.DONE
    if not files and made:
        records.keep(begun, records.Done(said, exit_code, order.read_for(made), (), made.until))
    raise typer.Exit(exit_code)


@app.command(short_help="Keep the files that went out.")
def sent(
    kit: Annotated[Path, typer.Argument(metavar="KIT", hidden=True)],
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE|FOLDER", show_default=False, hidden=True)] = None,
    on: Annotated[str | None, typer.Option(metavar="DAY", help="The day on which they went out; else today.")] = None,
    json: Json = False,
) -> None:
    """Keep the very files that went out, in the kit's folder “sent”, with the day: nobody changes them afterwards.

    Without a file it lists what the kit's folder “out” holds, and asks which ones were sent. Of a folder, such as one
    of drafts, every file is kept. What went out can then be held against the kit of today, which says on which day it
    was sent and what has changed since.

    \b
    Examples:
      presskit sent my-kit
      presskit sent my-kit my-kit/out/kit.pdf
      presskit sent my-kit drafts
      presskit sent my-kit photos.zip --on 2026-05-12
      presskit check my-kit/sent/…/kit.pdf --against my-kit
    """
    from datetime import date

    from presskit import gate, options, terminal
    from presskit.writing import sent as keeping

    day = options.day("--on", on) or date.today()
    with gate.opened(kit, *(files or ())):
        chosen = files or _went_out(keeping.written_in(kit))
        kept = keeping.keep(kit, chosen, day) if chosen else ()
    if json:
        terminal.say_json(terminal.sent_json(kept))
    else:
        terminal.say_lines(terminal.sent(kit, kept))


def _went_out(written: Sequence[Path]) -> Sequence[Path]:
    """List what a kit's folder "out" holds, and ask which files went out; without anybody to ask, end with 2."""
    from presskit import options, terminal

    if not written:
        raise usage_error("The folder “out” of the kit holds no file", "Name it: presskit sent my-kit kit.pdf")
    terminal.say_lines(terminal.written(written))
    if not sys.stdin.isatty():
        raise usage_error("Nothing was kept, because no file was chosen", "Name it: presskit sent my-kit kit.pdf")
    return cast("Sequence[Path]", _which(lambda words: options.numbered(written, words, "files")))


@app.command(short_help="Say what finished work is kept, or clear it.")
def cache(
    action: Annotated[str | None, typer.Argument(metavar="clear", show_default=False, hidden=True)] = None,
) -> None:
    """Say where finished pages and pictures are kept, how many and how large, or clear them.

    \b
    Examples:
      presskit cache
      presskit cache clear        everything is made anew the next time

    What was not used for longest leaves by itself above 1 GB; PRESSKIT_CACHE_LIMIT=500MB sets another limit, and
    PRESSKIT_CACHE another folder. Nothing of a kit is kept there alone: it can be cleared at any time.
    """
    from presskit import terminal
    from presskit.rendering import keeping
    from presskit.rendering.cache import default_cache_folder

    if action not in (None, "clear"):
        raise usage_error(f"presskit cache {action} is not there", "Type presskit cache, or presskit cache clear")
    folder = default_cache_folder()
    most_bytes = keeping.limit_bytes()
    if action:
        try:
            terminal.say_lines(terminal.cleared(folder, *keeping.clear(folder)))
        except OSError as error:
            hint = "Close other builds, or remove the folder yourself."
            raise OutputError(finding("b-004", path=folder, reason=reason_of(error), hint=hint)) from None
    else:
        terminal.say_lines(terminal.kept(folder, tuple(keeping.held(folder)), most_bytes))


@app.command(short_help="Say which sentences changed.")
def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", hidden=True)],
    new: Annotated[Path, typer.Argument(metavar="NEW", hidden=True)],
    json: Json = False,
) -> None:
    """Say which sentences changed between two kits, two PDFs, or a PDF and a kit.

    \b
    Examples:
      presskit diff sent.pdf my-kit            what changed since the PDF was sent
      presskit diff old.pdf new.pdf

    Words that differ stand in [square brackets]. Ends with 0, whether something changed or not.
    """
    from presskit import terminal
    from presskit.comparing import compare_files

    with terminal.progress(quiet=json) as bars:
        changes = compare_files(old, new, bars)
    if json:
        terminal.say_json(terminal.compared_json(changes))
    else:
        terminal.say_lines(terminal.compared(changes))


def _start_engine() -> None:
    """Start the workers' server, where there is one (not on Linux), before the heavy imports: side by side."""
    from presskit.rendering.fontlist import start_engine

    start_engine()


def _start_readers() -> None:
    """Start a server of workers that read, and lay nothing out."""
    from presskit.working import workers

    workers.start_server(workers.READING)


RECORDED = ("build", "check")
HELP_MARGIN = 4  # characters of a line of help that hold no words
EXAMPLE = re.compile(r"^(  \S.*?\S)\s{2,}(\S.*)$")  # a command, and what it does
STARTS = {"inspect": _start_readers, "build": _start_engine, "mail": _start_engine, "personal": _start_engine}


def _speak_as_called() -> None:
    """Write the examples of every --help as they are typed here: with ./kit, for people who start presskit by it."""
    app.info.help = _as_called(app.info.help or "")
    for command in app.registered_commands:
        command.help = _as_called(getdoc(cast("Callable[..., None]", command.callback)) or "")


def _as_called(words: str) -> str:
    """Return a help's words as they are typed here; what stands behind an example too long for a line, below it."""
    from shutil import get_terminal_size

    room = get_terminal_size().columns - HELP_MARGIN
    lines = words.replace("  presskit ", f"  {called_as()} ").split("\n")
    return "\n".join(EXAMPLE.sub(r"\1\n      \2", line) if len(line) > room else line for line in lines)


def _require_folder() -> None:
    """Raise UsageError where the folder that the command was called in is gone: no name means anything then."""
    try:
        Path.cwd()
    except OSError:
        raise usage_error(
            "the folder you are in is not there any more", "Go to another one (cd), and try again."
        ) from None


def _report_bug() -> NoReturn:
    sys.stderr.write(
        "This is a mistake in presskit, not in your kit. Please send these lines to whoever gave you presskit:\n"
        f"{_versions()}\n"
    )
    traceback.print_exc()
    sys.exit(ExitCode.BUG)


def _say_full(error: OSError) -> NoReturn:
    """Say that a disk is full where nobody knows which: most likely what presskit says goes into a file."""
    place = error.filename or "What presskit says (standard output)"
    problem = finding("b-004", path=place, reason=reason_of(error), hint="Make room there, or write to another place.")
    sys.stderr.write(f"{problem.message} {problem.hint}\n")
    # What could not be written Python tries again when it ends, and would end with a code of its own (from 3.12 on).
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(ExitCode.OUTPUT)


def main() -> None:
    """Run the command line and exit; every PresskitError ends with its exit code and no traceback."""
    as_json = "--json" in sys.argv[1:]
    try:
        _require_folder()
        _speak_as_called()
        app(prog_name=called_as())
    except PresskitError as error:
        from presskit.terminal import report_error

        report_error(error, sys.argv[1:], as_json=as_json)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.stderr.write(STOPPED)
        sys.exit(ExitCode.INTERRUPTED)
    except SystemExit as ended:  # typer makes one of Ctrl-C, and says nothing
        if ended.code == ExitCode.INTERRUPTED:
            sys.stderr.write(STOPPED)
        raise
    except OSError as error:
        if error.errno in WORDS:
            _say_full(error)
        _report_bug()
    except Exception:  # noqa: BLE001  the last line of defence: a bug of ours, told as one
        _report_bug()


if __name__ == "__main__":
    main()
