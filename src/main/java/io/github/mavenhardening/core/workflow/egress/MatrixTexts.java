package io.github.mavenhardening.core.workflow.egress;

import io.github.mavenhardening.core.workflow.Matrix;
import io.github.mavenhardening.core.workflow.NormalJob;
import io.github.mavenhardening.core.workflow.expression.ContextPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text is in the jobs of a matrix, where it reads one of its values. */
final class MatrixTexts {

    private static final Pattern READ =
            Pattern.compile("\\$\\{\\{\\s{0,9}(matrix(?:\\.[\\w-]{1,100}){1,5})\\s{0,9}}}", Pattern.CASE_INSENSITIVE);
    /** As many jobs as GitHub makes of a matrix. */
    private static final int MOST = 256;
    /** The longest text that is looked at, in characters: what names a file, a machine or an image is shorter. */
    private static final int LENGTH = 2_000;
    /** How many different values a text may read. */
    private static final int READS = 4;

    private MatrixTexts() {}

    /** The texts; the text itself where it reads no value of the job's matrix, or one that is not known. */
    static List<String> of(String text, NormalJob job) {
        // Silent: what a longer text would tell is not seen, as what is not known.
        if (job.matrix().isEmpty() || text.length() > LENGTH || !text.contains("${{")) {
            return List.of(text);
        }
        List<String> texts = List.of(text);
        for (int i = 0; i < READS; i++) {
            Matcher read = READ.matcher(texts.get(0));
            if (!read.find()) {
                break;
            }
            String whole = read.group();
            List<String> values = values(read.group(1), job.matrix().get());
            if (values.isEmpty()) {
                break;
            }
            Set<String> next = new LinkedHashSet<>();
            for (String each : texts) {
                for (String value : values) {
                    if (next.size() < MOST) {
                        next.add(each.replace(whole, value));
                    }
                }
            }
            texts = new ArrayList<>(next);
        }
        return texts;
    }

    private static List<String> values(String path, Matrix matrix) {
        ContextPath read = new ContextPath(List.of(path.toLowerCase(Locale.ROOT).split("\\.", -1)));
        List<String> values = new ArrayList<>();
        for (Matrix.Expansion value : matrix.valuesOf(read)) {
            if (value.isKnown()) {
                values.add(value.text());
            }
        }
        return values;
    }
}
