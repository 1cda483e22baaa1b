package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.code.CutVariables;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.code.TestedValues;
import java.util.Optional;

/** What a script has tested its variables for where a word stands, by the variables themselves or by those that they are cut from. */
final class TestedVariables {

    private final ShellWalk<Taint, ?> script;
    private final CutVariables cuts = new CutVariables();
    /** Worked out for the first variable that an outsider words. */
    private Optional<TestedValues> tests = Optional.empty();

    TestedVariables(ShellWalk<Taint, ?> script) {
        this.script = script;
    }

    /** Takes in that a variable is set to what a word says. */
    void assign(String name, ShellNode.Word word) {
        cuts.set(name, word.text());
    }

    /** Whether a variable, or the one that it was cut from, is tested for harmless text before a word. */
    boolean isHarmless(String name, Taint taint, ShellNode.Word word) {
        boolean isOneLine = taint.kind().isOneLine();
        int setAt = script.setAt(name);
        Optional<String> origin = cuts.origin(name);
        int originSetAt = origin.isPresent() ? script.setAt(origin.get()) : Integer.MAX_VALUE;
        return tests().isHarmless(name, word.from(), setAt, isOneLine)
                || (originSetAt <= setAt && tests().isHarmless(origin.get(), word.from(), originSetAt, isOneLine));
    }

    /** Whether a variable is tested for the name of a branch before a word. */
    boolean isBranch(String name, ShellNode.Word word) {
        return tests().isBranch(name, word.from(), script.setAt(name));
    }

    /** The variable of which a group of the last pattern is a part; empty where what it finds is harmless. */
    Optional<String> captured(ShellNode.Expansion group, ShellNode.Word word) {
        return tests().captured(group.text(), word.from());
    }

    private TestedValues tests() {
        if (tests.isEmpty()) {
            tests = Optional.of(new TestedValues(script.script.value()));
        }
        return tests.get();
    }
}
