package io.github.mavenhardening.core.shell;

import java.util.List;

/** The statements of a script, as the clauses and words read them that they stand in. */
interface ShellStatements {

    /** The statements up to a closing text, which is taken; up to the end where that is empty. */
    List<ShellNode.Statement> until(String closing);

    /** The statements up to the end of something, or of all; that is not taken. */
    List<ShellNode.Statement> statements();

    /** Commands with {@code |} between them. */
    ShellNode.Statement pipeline();

    /** One command with the redirections around it. */
    ShellNode.Statement command();

    /** Skips blanks, comments and ends of lines; here-documents follow the latter. */
    void skipLines();

    /** The word ahead if it consists of plain text alone and may be reserved; else empty. */
    String reserved();
}
