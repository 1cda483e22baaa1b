package io.github.mavenhardening.core.workflow.flow;

import java.util.Optional;

/**
 * A line that a command prints.
 *
 * @param text as far as it is known
 * @param taint the outsider's text in it
 * @param isUnknown whether any line may stand there, or several
 */
record PrintedLine(String text, Optional<Taint> taint, boolean isUnknown) {}
