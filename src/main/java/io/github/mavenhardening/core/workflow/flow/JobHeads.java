package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.workflow.checkout.NamedHeads;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What in one job was followed to a pull request's head: values of its steps, words of their commands, and variables in those. */
final class JobHeads implements NamedHeads {

    /** Of a job that is not followed. */
    static final NamedHeads NONE = new JobHeads();

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(?:env:)?([A-Za-z_]\\w{0,100})");

    private final Set<YamlScalar> values = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<YamlScalar> names = Collections.newSetFromMap(new IdentityHashMap<>());
    private final IdentityHashMap<Step, Set<String>> words = new IdentityHashMap<>();

    /** Takes in a value that is one when it is filled in, on one of the ways to it. */
    void add(YamlScalar value, Taint head) {
        boolean isName = head.kind().isBranch() && (names.contains(value) || !values.contains(value));
        values.add(value);
        if (isName) {
            names.add(value);
        } else {
            names.remove(value);
        }
    }

    /** Takes in a word, or the name of a variable, that stands for one in the script of a step. */
    void add(Step step, String word) {
        words.computeIfAbsent(step, any -> new HashSet<>()).add(word);
    }

    @Override
    public boolean isHead(YamlScalar value) {
        return values.contains(value);
    }

    @Override
    public boolean isName(YamlScalar value) {
        return names.contains(value);
    }

    @Override
    public boolean isHead(Step step, String word) {
        Set<String> known = words.getOrDefault(step, Set.of());
        Matcher variable = VARIABLE.matcher(known.isEmpty() ? "" : word);
        boolean isOne = known.contains(word);
        while (!isOne && variable.find()) {
            isOne = known.contains(variable.group(1));
        }
        return isOne;
    }
}
