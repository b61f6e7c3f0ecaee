/// PostgreSQL's own parser, as plain JVM bytecode: a statement in, the server's syntax tree out.
///
/// The code that parses is libpg_query (PostgreSQL 18's scanner and grammar), compiled to WebAssembly by its
/// authors and to bytecode by `gatehouse-pgparser-build`: no native code, no JVM flags. What it accepts is what
/// PostgreSQL accepts.
///
/// - {@link PgParsers} is what the product uses: a small pool that any thread may call.
/// - {@link PgParser} is one parser. Not thread-safe; needs a thread with a stack of four megabytes.
/// - {@link SyntaxError} is the statement's fault, {@link ParserUnavailable} and {@link ParserBroken} are ours.
///   In every case the statement is not understood and must be refused.
///
/// **What the tree is.** JSON as libpg_query prints it,
/// `{"version":180004,"stmts":[{"stmt":{…},"stmt_len":…},…]}`, with all statements of the text. Names are not
/// resolved: `users` may be any table. `location` fields count *bytes* of the given text from 0; {@link
/// SyntaxError#position()} counts *characters* from 1. Fields that are 0, false or empty are left out.
///
/// **What it does not see.** Bodies of functions and `DO` blocks are only strings in the tree. The grammar
/// takes the text for UTF-8 and `standard_conforming_strings` for on: a session that changes either must not be
/// judged by this tree. Forward exactly the bytes that were parsed.
///
/// Inside: {@link LibpgQuery} runs the module, {@link Host} stands for the operating system and for
/// `setjmp`/`longjmp`, {@link Export} and {@link HostFunction} know the module's minified names.
@NullMarked
package dev.gatehouse.pgparser;

import org.jspecify.annotations.NullMarked;
