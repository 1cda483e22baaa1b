package io.github.mavenhardening.core.workflow.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A filter of {@code jq}, as far as it tells what is printed. */
public final class JsonFilter {

    /** A number may stand behind it, to count or to compare with. */
    private static final Pattern TAIL =
            Pattern.compile("\\s{0,9}(?:(?:[<>=!]=|[-+*/%<>])\\s{0,9}[\\d.]{1,20}\\s{0,9})?");

    private static final Pattern NUMBER = Pattern.compile("(?:tonumber|length)\\??" + TAIL);

    private static final int DEPTH = 4;

    /** What makes a number, or yes or no, of any text. */
    private static final Pattern COUNTS = Pattern.compile(
            "length|tonumber|\\b(?:test|startswith|endswith|contains|inside|has|IN|any|all)\\(|\\bnot\\b");

    private static final Pattern TEST =
            Pattern.compile("(?:test|startswith|endswith|contains|inside|has|IN|any|all)\\(");

    private static final Pattern CONSTANT = Pattern.compile("empty|null|true|false|\\[\\]|\\{\\}|-?\\d[\\d.]{0,19}");

    private static final Pattern PASSING = Pattern.compile(
            "(?:tostring|tojson|@text|@json|@tsv|@csv|first|last|min|max|unique|sort|reverse|add|flatten|\\.\\[(?:-?\\d{0,9})\\]\\??)"
                    + "(?:\\s{0,9}//\\s{0,9}(?:empty|null|\\d{1,9}|\"\"))?");

    private static final Pattern CHOOSES = Pattern.compile("(?:select|sort_by|unique_by|max_by|min_by|join)\\(");

    private static final Pattern NAME = Pattern.compile("[.$]?([A-Za-z_]\\w{0,100})");

    /** Members of the forge's answers that are numbers, times, commits, one of a few words, or made by the forge. */
    private static final Set<String> MEMBERS = Set.of(
            "number",
            "id",
            "databaseId",
            "node_id",
            "run_id",
            "run_number",
            "run_attempt",
            "total_count",
            "totalCount",
            "created_at",
            "createdAt",
            "updated_at",
            "updatedAt",
            "closed_at",
            "closedAt",
            "merged_at",
            "mergedAt",
            "published_at",
            "publishedAt",
            "submitted_at",
            "submittedAt",
            "started_at",
            "startedAt",
            "completed_at",
            "completedAt",
            "draft",
            "isDraft",
            "merged",
            "mergeable",
            "locked",
            "closed",
            "state",
            "status",
            "conclusion",
            "sha",
            "oid",
            "headRefOid",
            "baseRefOid",
            "merge_commit_sha",
            "additions",
            "deletions",
            "changed_files",
            "changedFiles",
            "author_association",
            "authorAssociation",
            "isCrossRepository",
            "login",
            "url",
            "html_url");

    /** The names of labels: only who has rights in a repository makes one there. */
    private static final Pattern LABELS =
            Pattern.compile("(?:.{0,100}\\.)?labels(?:\\[\\])?\\??(?:\\[\\]|\\.\\[\\])?\\.name\\??");

    private JsonFilter() {}

    /** Whether all that a filter prints are numbers, yes or no, and texts of its own around them, whatever it reads. */
    public static boolean givesNumbers(String filter) {
        // Silent: a filter of more depth is taken to print texts, which is found.
        return COUNTS.matcher(filter).find() && givesNoText(filter, false, DEPTH);
    }

    /** Whether no text of an outsider is in what a filter prints of an answer of the forge: its last members are of another kind. */
    public static boolean givesNoText(String filter) {
        // Silent: a filter of more depth is taken to print texts, which is found.
        return givesNoText(filter, true, DEPTH);
    }

    /** Whether what a filter prints are lines of JSON, in which line breaks are written out. */
    public static boolean writesJson(String filter) {
        String last = last(filter).strip();
        return (last.startsWith("[") || last.startsWith("{")) && closing(last, 0) == last.length() - 1;
    }

    /** The first condition by which a filter chooses among what it reads; empty where it takes all. */
    public static String selection(String filter) {
        int open = filter.indexOf("select(");
        int end = open < 0 ? -1 : closing(filter, open + "select(".length() - 1);
        return end < 0 ? "" : filter.substring(open, end);
    }

    private static boolean givesNoText(String filter, boolean isAnswer, int depth) {
        String rest = filter;
        String last = last(rest).strip();
        // What hands on what stands before the bar.
        while (last.length() < rest.length() && isPassing(withoutDefault(last))) {
            int bar = rest.lastIndexOf('|', rest.length() - last(rest).length() - 1);
            rest = rest.substring(0, Math.max(0, bar));
            last = last(rest).strip();
        }
        List<String> choices = choices(last);
        for (String choice : choices) {
            if (!isNoText(choice.strip(), isAnswer, depth)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNoText(String part, boolean isAnswer, int depth) {
        if (isAnswer && CONSTANT.matcher(part).matches()) {
            return true;
        }
        int closed = part.isEmpty() ? -1 : closing(part, 0);
        if ((part.startsWith("(") || part.startsWith("[")) && closed > 0) {
            boolean isWhole = TAIL.matcher(part.substring(closed + 1)).matches();
            if (isWhole) {
                return depth > 0 && givesNoText(part.substring(1, closed), isAnswer, depth - 1);
            }
        }
        if (part.startsWith("map(") && closing(part, 3) == part.length() - 1) {
            return depth > 0 && givesNoText(part.substring(4, part.length() - 1), isAnswer, depth - 1);
        }
        if (!part.startsWith("\"") || closed != part.length() - 1) {
            return NUMBER.matcher(part).matches()
                    || isTest(part)
                    || (isAnswer
                            && (MEMBERS.contains(member(part))
                                    || LABELS.matcher(part).matches()));
        }
        for (int at = part.indexOf("\\("); at >= 0; at = part.indexOf("\\(", at)) {
            int end = closing(part, at + 1);
            if (end < 0 || depth == 0 || !givesNoText(part.substring(at + 2, end), isAnswer, depth - 1)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** A part without the constant that stands behind it for where there is nothing: {@code add // 0}. */
    private static String withoutDefault(String part) {
        int end = part.lastIndexOf("//");
        return end > 0 && CONSTANT.matcher(part.substring(end + 2).strip()).matches()
                ? part.substring(0, end).strip()
                : part;
    }

    /** Whether it says yes or no. */
    private static boolean isTest(String part) {
        Matcher test = TEST.matcher(part);
        return part.equals("not") || (test.lookingAt() && closing(part, test.end() - 1) == part.length() - 1);
    }

    /** Whether it chooses among what it is given, or writes it in another way. */
    private static boolean isPassing(String part) {
        Matcher chooses = CHOOSES.matcher(part);
        return PASSING.matcher(part).matches()
                || (chooses.lookingAt() && closing(part, chooses.end() - 1) == part.length() - 1);
    }

    /** The last member of a path; empty for anything else. */
    private static String member(String path) {
        String member = "";
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            int end = "([".indexOf(c) >= 0 ? closing(path, i) : i;
            Matcher name = NAME.matcher(path).region(i, path.length());
            if (end < 0) {
                return "";
            } else if (end > i) {
                i = end;
            } else if (name.lookingAt()) {
                member = c == '.' ? name.group(1) : "";
                i = name.end() - 1;
            } else if (c != '.' && c != '?') {
                return "";
            }
        }
        return member;
    }

    /** What a comma, a plus or {@code //} stands between, in no parentheses and no text. */
    private static List<String> choices(String filter) {
        List<String> choices = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < filter.length(); i++) {
            char c = filter.charAt(i);
            if ("([{\"".indexOf(c) >= 0) {
                int end = closing(filter, i);
                i = end < 0 ? filter.length() : end;
            } else if (c == ',' || c == '+' || filter.startsWith("//", i)) {
                choices.add(filter.substring(from, i));
                i += c == '/' ? 1 : 0;
                from = i + 1;
            }
        }
        choices.add(filter.substring(Math.min(from, filter.length())));
        return choices;
    }

    /** What stands behind the last bar that is in no parentheses and no text. */
    private static String last(String filter) {
        int from = 0;
        for (int i = 0; i < filter.length(); i++) {
            if ("([{\"".indexOf(filter.charAt(i)) >= 0) {
                int end = closing(filter, i);
                i = end < 0 ? filter.length() : end;
            } else if (filter.charAt(i) == '|') {
                from = i + 1;
            }
        }
        return filter.substring(from);
    }

    /** Where what is opened at an index is closed; negative where it is not. */
    private static int closing(String filter, int open) {
        StringBuilder closers = new StringBuilder();
        for (int i = open; i < filter.length(); i++) {
            char c = filter.charAt(i);
            boolean isInText = !closers.isEmpty() && closers.charAt(closers.length() - 1) == '"';
            if (isInText && c == '\\' && i + 1 < filter.length()) {
                i++;
                if (filter.charAt(i) == '(') {
                    closers.append(')');
                }
            } else if (!closers.isEmpty() && c == closers.charAt(closers.length() - 1)) {
                closers.setLength(closers.length() - 1);
                if (closers.isEmpty()) {
                    return i;
                }
            } else if (!isInText && "([{\"".indexOf(c) >= 0) {
                closers.append(")]}\"".charAt("([{\"".indexOf(c)));
            }
        }
        return -1;
    }
}
