/// Cuts functions that are too large for the JVM into many small ones that together do the same.
///
/// **Why.** A JVM method holds at most 64 KB of bytecode, and HotSpot never compiles one of 8,000 bytecodes or
/// more. PostgreSQL's grammar is one C function with a `switch` of more than two thousand cases, and so are its
/// JSON writers: as WebAssembly functions of 80 to 260 KB they could only be interpreted, hundreds of times
/// slower than compiled code.
///
/// **What such a function looks like.** A compiler turns `switch` into a nest of blocks with a jump table
/// inside, and the code of each case behind the block that the table leaves:
///
/// ```
/// block                        ;; N0
///   block                      ;; N1
///     block                    ;; N2
///       … head: computes the index …
///       br_table 0 1 2
///     end                      ;; <- label N2
///     code of case 2           ;;    runs on into case 1 unless it branches
///   end                        ;; <- label N1
///   code of case 1
/// end                          ;; <- label N0: code behind the switch
/// ```
///
/// {@link SwitchNest} finds the largest nest of that shape.
///
/// **What becomes of it.** {@link CaseGroups} packs neighbouring cases into groups of limited size and numbers
/// every place that control can go on from: a *state*. Then
///
/// - {@link CaseFunction} makes a function `(state, frame) -> state` of each group: it loads the locals that it
///   uses from a frame in memory, runs from the given case on, stores what it changed, and answers where to go
///   on,
/// - {@link StateMap} makes functions that turn the jump table's index into a state,
/// - {@link Dispatcher} rewrites the function itself: head, then a loop that calls the group of the current
///   state until a state lies outside the nest, then a branch to that place.
///
/// The frame lies on the module's own stack (`__stack_pointer`, global 0), so that recursion and C's `longjmp`
/// find it as they find any other. {@link MovedCode} is what both rewriters share: branches whose target still
/// encloses the code keep it at a new depth, all others leave through a state.
///
/// {@link ModuleSplitter} chooses the functions and the size of groups; {@link SmallerStack} is unrelated: it
/// lowers the stack of 32 MB that is baked into the module.
///
/// What does not have that shape stays as it is: the build's compiler and a test on method sizes say so if it
/// matters.
@NullMarked
package dev.gatehouse.pgparser.build.split;

import org.jspecify.annotations.NullMarked;
