/// What single steps cost, by JMH: `bench/run --micro`.
@NullMarked
package dev.gatehouse.bench.micro;

import org.jspecify.annotations.NullMarked;
