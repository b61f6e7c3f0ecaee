/// Reads and writes just enough of WebAssembly's binary format to move code from one function into several.
///
/// - {@link WasmModule} is a module cut into its sections; only types, functions and code are understood, the
///   rest is carried along as bytes. Functions are only ever replaced or appended, so no index anywhere else
///   changes.
/// - {@link InstructionReader} turns a function's body into a tree of {@link Instruction}s. It tells apart what
///   moving code must look at (blocks, branches, locals, returns) and keeps every other instruction as the
///   bytes that it is.
/// - {@link WasmWriter} writes bodies again.
///
/// What the format may contain and LLVM's output for libpg_query does not (block types by index, exceptions,
/// vectors) is rejected as {@link UnsupportedWasm}, never guessed.
///
/// Specification: WebAssembly Core 2.0, chapter 5 (binary format).
@NullMarked
package dev.gatehouse.pgparser.build.wasm;

import org.jspecify.annotations.NullMarked;
