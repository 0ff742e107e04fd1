package vedette.math;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks straight-line arithmetic where nanoseconds count: package-private, with a bench and a plain twin as its
/// oracle.
/// Such a method may be longer (120 lines) and take more parameters (12) than others.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface Kernel {}
