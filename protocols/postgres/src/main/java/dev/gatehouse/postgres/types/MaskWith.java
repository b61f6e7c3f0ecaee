package dev.gatehouse.postgres.types;

import dev.gatehouse.masking.Masker;
import dev.gatehouse.masking.Method;
import dev.gatehouse.model.Category;
import java.util.Set;

/// How the values of one column are masked. One thread, the masker's.
record MaskWith(Method method, Set<Category> categories, Masker masker) {}
