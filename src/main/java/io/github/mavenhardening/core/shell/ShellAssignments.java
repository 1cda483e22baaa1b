package io.github.mavenhardening.core.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How a script, or a function of it, sets its variables: how often, and where. */
final class ShellAssignments {

    private static final Set<String> SETTERS = Set.of("read", "mapfile", "readarray", "getopts", "unset", "printf");
    private static final Set<String> LOCALS = Set.of("local", "declare", "typeset");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w{0,99}");

    /** How the script sets a variable. */
    static final class Use {
        ShellNode.Assignment first;
        boolean isUnknown;
        /** Whether a branch adds to it. */
        boolean isOpen;
        /** Whether it is set in a branch or a loop: it is known there, to the end of that. */
        boolean isInner;
        /** How often it is set or added to, but for what was followed. */
        int left;
    }

    private final Map<String, Use> uses = new HashMap<>();

    /** How a variable is set; null where it is not. */
    Use of(String name) {
        return uses.get(name);
    }

    /** Notes what statements set; in a branch, or in a function. */
    void note(List<ShellNode.Statement> statements, boolean isBranch, boolean ofFunction) {
        for (ShellNode.Statement statement : statements) {
            ShellNode.Command command = statement.command().orElse(null);
            if (command instanceof ShellNode.Call call) {
                note(call, isBranch, ofFunction);
            } else if (command instanceof ShellNode.Chain chain) {
                note(chain.statements(), true, ofFunction);
            } else if (command instanceof ShellCompound compound) {
                if (compound instanceof ShellCompound.Block block
                        && block.variable().isPresent()) {
                    uses.computeIfAbsent(block.variable().get(), name -> new Use()).isUnknown = true;
                }
                note(compound.statements(), true, ofFunction);
            }
        }
    }

    private void note(ShellNode.Call call, boolean isBranch, boolean ofFunction) {
        String program =
                call.arguments().isEmpty() ? "" : call.arguments().get(0).text();
        boolean isOwn = LOCALS.contains(program);
        if (SETTERS.contains(program)) {
            for (ShellNode.Word word : call.arguments()) {
                if (NAME.matcher(word.text()).matches()) {
                    uses.computeIfAbsent(word.text(), name -> new Use()).isUnknown = true;
                }
            }
        }
        for (ShellNode.Assignment each : set(call)) {
            String name = each.name().indexOf('[') < 0
                    ? each.name()
                    : each.name().substring(0, each.name().indexOf('['));
            Use use = uses.computeIfAbsent(name, key -> new Use());
            boolean adds = each.adds() || addsItself(each);
            use.left++;
            use.isOpen |= isBranch;
            boolean isMore = each.adds() && each.words().isPresent();
            use.isUnknown |= use.isInner;
            if (isBranch
                    && !adds
                    && !ofFunction
                    && use.first == null
                    && each.words().isEmpty()) {
                use.first = each;
                use.isInner = true;
            } else if (name.length() < each.name().length()
                    || (isBranch && !isMore)
                    || (ofFunction && !adds && !isOwn)) {
                use.isUnknown = true;
            } else if (!adds) {
                use.isUnknown |= use.first != null;
                use.first = each;
            }
        }
    }

    /** What a command sets for those behind it. */
    static List<ShellNode.Assignment> set(ShellNode.Call call) {
        return call.arguments().isEmpty() ? call.assigned() : call.declared();
    }

    /** {@code a="$a more"} */
    private static boolean addsItself(ShellNode.Assignment assignment) {
        return assignment.words().isEmpty()
                && assignment.value().onlyPart().orElse(null) instanceof ShellNode.DoubleQuoted quoted
                && quoted.parts().size() > 1
                && quoted.parts().get(0) instanceof ShellNode.Expansion expansion
                && expansion.variable().equals(Optional.of(assignment.name()));
    }
}
