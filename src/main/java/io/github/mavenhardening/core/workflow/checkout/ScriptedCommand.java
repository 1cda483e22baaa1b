package io.github.mavenhardening.core.workflow.checkout;

import io.github.mavenhardening.core.workflow.NamedValues;
import io.github.mavenhardening.core.workflow.Step;
import io.github.mavenhardening.core.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts that look for a command in a comment: a word behind a slash or its like. */
final class ScriptedCommand {

    private static final String BODY = "github.event.comment.body";
    private static final String WORD =
            "\\(?[\"'^\\\\]{0,2}[/!@.](?!(?:un)?(?:assign|take|claim|attempt)\\b)[A-Za-z][\\w-]";

    /** By a variable that holds the comment: {@code case "$BODY" in /word*)}, {@code [[ $BODY == /word* ]]}, and by {@code grep}. */
    private static final Pattern SHELL = Pattern.compile(
            "\\bcase\\s{1,9}\"?\\$\\{?(\\w{1,100})[^\\n]{0,40}?\\sin\\s(?:(?:(?!;;)[\\s\\S]){0,300};;){0,8}?\\s{0,60}"
                    + WORD + "[^\\n()]{0,80}\\)"
                    + "|\\[\\s{1,9}\"?\\$\\{?(\\w{1,100})\\}?\"?\\s{1,9}=[=~]?\\s{1,9}" + WORD
                    + "|\\$\\{?(\\w{1,100})\\}?\"?\\s{0,9}\\|\\s{0,9}grep\\s[^\\n|]{0,40}?\\s" + WORD
                    + "|\\bgrep\\s[^\\n|]{0,40}?\\s" + WORD + "[^\\n|]{0,200}<<<\\s{0,9}\"?\\$\\{?(\\w{1,100})");

    private static final Pattern PROGRAM = Pattern.compile(
            "comment\\.body(?:\\.trim\\(\\))?(?:\\.(?:startsWith|includes|match)\\(\\s{0,9}|\\s{0,9}===?\\s{0,9})[`/]?"
                    + WORD);

    private ScriptedCommand() {}

    /** The script of a step that looks for one; empty where it does not. */
    static Optional<YamlScalar> of(Step step) {
        Optional<YamlScalar> script = step.script();
        if (script.isEmpty()) {
            return script;
        }
        String text = script.get().value();
        if (step.run().isEmpty()) {
            return text.contains("comment.body") && PROGRAM.matcher(text).find() ? script : Optional.empty();
        }
        if (!step.env().anyContains(BODY)) {
            return Optional.empty();
        }
        Matcher shell = SHELL.matcher(text);
        while (shell.find()) {
            for (int i = 1; i <= shell.groupCount(); i++) {
                if (shell.group(i) != null && isComment(shell.group(i), step)) {
                    return script;
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isComment(String variable, Step step) {
        for (NamedValues.Binding binding : step.env().all()) {
            if (binding.name().value().equals(variable)) {
                return binding.text().orElse("").contains(BODY);
            }
        }
        return false;
    }
}
