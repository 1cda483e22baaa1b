package io.github.mavenhardening.core.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a component of a record as a key of the policy file. The key is the component's name in kebab-case; its type says
 * which values fit ({@link Binder} has the list), and whether it must be given: an {@code Optional}, a collection or what has
 * an {@link #otherwise} need not be. Reading, errors, documentation, JSON Schema and the commented policy of {@code
 * hardening:init} follow from it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Option {

    /** What it is for: sentences of Markdown in one paragraph. */
    String value();

    /** The key, where a component cannot have that name; empty for the component's name. */
    String key() default "";

    /** The value that holds where it is not given, as the file would have it; empty for none. */
    String otherwise() default "";

    /** A regular expression that each text, or each value of a mapping, must have a match for; empty for any text. */
    String matches() default "";

    /** A regular expression that each key of a mapping must have a match for; empty for any key. */
    String keys() default "";

    /** What a text or key that does not match must be, after "must". */
    String must() default "";

    /** The largest number, or the most entries of a list. */
    int most() default Integer.MAX_VALUE;

    /** A value for the commented policy, as the file would have it; empty for the value of {@link #otherwise}. */
    String example() default "";
}
