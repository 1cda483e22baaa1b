/** GitHub's expression language: lexer, parser, tree with places, and what is known of an expression before a run. */
package io.github.mavenhardening.core.workflow.expression;
