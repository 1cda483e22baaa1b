package io.github.mavenhardening.core.workflow.flow;

import io.github.mavenhardening.core.shell.Arguments;
import io.github.mavenhardening.core.shell.ShellNode;
import io.github.mavenhardening.core.workflow.checkout.WorkPath;
import io.github.mavenhardening.core.workflow.code.CommandWords;
import io.github.mavenhardening.core.workflow.code.ShellCarrier;
import io.github.mavenhardening.core.workflow.code.ShellWalk;
import io.github.mavenhardening.core.workflow.expression.Fence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Outsiders' text that a command of a script sends to other workflows: by GitHub's client, or by a request to its interface. */
final class CommandDispatch {

    private static final Set<String> FIELDS = Set.of("-f", "-F", "--field", "--raw-field");
    private static final Set<String> DATA = Set.of(
            "-d",
            "--data",
            "--data-raw",
            "--data-binary",
            "--data-ascii",
            "--json",
            "--post-data",
            "--body-data",
            "--input");
    /** Options of {@code gh workflow run} whose value is the next word. */
    private static final Set<String> WITH_VALUE =
            Set.of("-f", "-F", "--field", "--raw-field", "-r", "--ref", "-R", "--repo");

    /** The address of what starts a workflow, or sends an event. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:repos/([^\\n]{1,200}?)/)?(?:actions/workflows/([^\\s\"'/]{1,200})/)?dispatches\\b");

    private static final Pattern TYPE =
            Pattern.compile("event_type\\\\?[\"']?\\s{0,9}[:=]\\s{0,9}\\\\?[\"']?([\\w.-]{1,100})");

    private final JobState job;
    private final ShellWalk<Taint, PrintTarget> walk;
    private boolean isEvent;
    private String target = "";
    private String repository = "";

    CommandDispatch(JobState job, ShellWalk<Taint, PrintTarget> walk) {
        this.job = job;
        this.walk = walk;
    }

    /** Hands what a command sends to the job, if it sends something. */
    void look(ShellCarrier.Command<Taint> command) {
        List<ShellNode.Word> words = command.arguments();
        boolean isClient = command.name().equals("gh");
        boolean runs = isClient
                && words.size() > 2
                && words.get(0).text().equals("workflow")
                && words.get(1).text().equals("run");
        if (runs) {
            named(words);
        } else if (!mayAsk(command.name()) || !addressed(words)) {
            return;
        }
        boolean readsInput = false;
        String option = "";
        for (ShellNode.Word word : words) {
            String text = word.text();
            readsInput |= runs ? text.equals("--json") : text.equals("-") || text.endsWith("@-");
            if (isClient && FIELDS.contains(option)) {
                field(word);
            } else if (isClient && option.equals("--input") && !text.equals("-")) {
                walk.file(word).ifPresent(sent -> send(sent, word, MemberNames.last(sent.start())));
            } else if (!isClient && (DATA.contains(option) || DATA.contains(text.split("=", 2)[0]))) {
                data(word);
            }
            option = text;
        }
        if (readsInput && command.input().isPresent()) {
            input(command);
        }
    }

    /** What a request reads that it sends. */
    private void input(ShellCarrier.Command<Taint> command) {
        if (command.document().isPresent()) {
            ShellNode.Word document = command.document().get();
            parts(document.parts(), document, new StringBuilder());
        } else {
            Taint input = command.input().orElseThrow();
            send(input, command.program(), MemberNames.last(input.start()));
        }
    }

    private static boolean mayAsk(String command) {
        return Set.of("gh", "curl", "wget", "http", "https", "xh").contains(command);
    }

    /** Takes in the workflow that a command of GitHub's client runs. */
    private void named(List<ShellNode.Word> words) {
        List<String> texts = CommandWords.texts(words);
        List<String> operands = Arguments.operands(texts, WITH_VALUE);
        target = operands.size() > 2 ? spelledOut(walk.written(operands.get(2))) : "";
        repository = walk.written(Arguments.value(texts, "-R", "--repo").orElse(""));
    }

    /** Takes in what a request is for; answers whether it sends something to workflows. */
    private boolean addressed(List<ShellNode.Word> words) {
        boolean isFound = false;
        String type = "";
        for (ShellNode.Word word : words) {
            String text = walk.written(word);
            Matcher address = ADDRESS.matcher(text.contains("dispatches") ? text : "");
            if (!isFound && address.find()) {
                isFound = true;
                repository = address.group(1) == null ? "" : address.group(1);
                isEvent = address.group(2) == null;
                target = isEvent ? "" : spelledOut(address.group(2));
            }
            Matcher named = TYPE.matcher(text);
            type = type.isEmpty() && named.find() ? named.group(1) : type;
        }
        target = isEvent ? type : target;
        return isFound;
    }

    private static String spelledOut(String text) {
        return text.indexOf('$') < 0 && !text.contains(Fence.OPEN) ? text : "";
    }

    /** A value that an option gives: {@code inputs[title]=VALUE}, {@code title=@FILE}. */
    private void field(ShellNode.Word word) {
        int equals = word.text().indexOf('=');
        if (equals < 0) {
            return;
        }
        String name = MemberNames.last(word.text().substring(0, equals + 1));
        Optional<Taint> taint = walk.carried(word);
        String value = word.text().substring(equals + 1);
        if (taint.isEmpty() && value.startsWith("@")) {
            taint = job.file(WorkPath.within(walk.folder(), walk.written(value.substring(1))), walk.at(word));
        }
        taint.ifPresent(text -> send(text, word, name));
    }

    /** What a request sends, or the file that has it. */
    private void data(ShellNode.Word word) {
        int file = word.text().indexOf('@');
        if (file == 0 || word.text().startsWith("=@", Math.max(0, file - 1))) {
            String path = walk.written(word.text().substring(file + 1));
            job.file(WorkPath.within(walk.folder(), path), walk.at(word))
                    .ifPresent(text -> send(text, word, MemberNames.last(text.start())));
        } else {
            parts(word.parts(), word, new StringBuilder());
        }
    }

    /** Each text among the parts of a word, by the member's name that stands before it. */
    private void parts(List<ShellNode.Part> parts, ShellNode.Word word, StringBuilder before) {
        for (ShellNode.Part part : parts) {
            if (part instanceof ShellNode.DoubleQuoted quoted) {
                parts(quoted.parts(), word, before);
                continue;
            }
            walk.carried(part, word)
                    .ifPresent(text -> send(
                            text, word, MemberNames.last(MemberNames.end(before, before.length()) + text.start())));
            before.append(part.plain());
        }
    }

    private void send(Taint text, ShellNode.Word word, String name) {
        Taint sent = text.at(walk.at(word), SentText.SENT);
        job.send(walk.reached, new SentText(isEvent, target, name, repository, sent));
    }
}
