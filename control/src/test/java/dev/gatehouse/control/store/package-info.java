/// Tests of the store, on real files.
@NullMarked
package dev.gatehouse.control.store;

import org.jspecify.annotations.NullMarked;
