/// Tests of identity, with an OpenID issuer of their own whose tokens are signed by the JDK alone, so that the library
/// under test does not judge its own handwriting.
@NullMarked
package dev.gatehouse.control.identity;

import org.jspecify.annotations.NullMarked;
