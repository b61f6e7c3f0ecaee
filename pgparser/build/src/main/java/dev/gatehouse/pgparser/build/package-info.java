/// Makes PostgreSQL's parser out of the npm package `libpg-query` while Gatehouse is being built.
///
/// {@link BuildParser} goes through four steps, and through none if its {@link Stamp} says that nothing
/// changed:
///
/// 1. {@link LibpgQueryPackage} fetches the package with `npm ci` (the lockfile pins its hash) and checks the
///    SHA-256 of the WebAssembly inside against `npm/libpg-query.sha256`. The names of imports and exports are
///    minified and change with every release, so a changed module must fail here and not at run time.
/// 2. {@link dev.gatehouse.pgparser.build.split} cuts the functions that are too large for the JVM and lowers
///    the stack.
/// 3. {@link BytecodeCompiler}: Chicory's compiler turns every function into a method. A function that is still
///    too large is an error, never interpreted.
/// 4. The stamp is written.
///
/// **Taking a newer libpg-query**: change `npm/package.json`, run `npm install --package-lock-only` there,
/// build; the message says which file to write the new hash to once the names in `Export` and `HostFunction` of
/// `dev.gatehouse.pgparser` are checked.
@NullMarked
package dev.gatehouse.pgparser.build;

import org.jspecify.annotations.NullMarked;
