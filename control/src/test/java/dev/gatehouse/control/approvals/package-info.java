@NullMarked
package dev.gatehouse.control.approvals;

import org.jspecify.annotations.NullMarked;
