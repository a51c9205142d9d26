package io.kassa.benchmarks;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.kassa.pos.scan.corpus.Code;
import io.kassa.pos.scan.corpus.Condition;
import io.kassa.pos.scan.corpus.Corpus;
import io.kassa.pos.scan.corpus.Frame;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * How many camera frames are read, beside what ZXing and BoofCV read of the same frames with their own settings, and at what
 * cost. Every frame is drawn from its seed; nothing is measured twice and nothing is left out. Cost is processor time, so that
 * whatever else runs on the machine does not count.
 */
public final class ScanRates {

    private static final int FRAMES = 200;
    private static final int PERFECT = 2_000;
    private static final int WARM = 30;
    private static final int[][] SIZES = {{640, 480}, {1280, 720}};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Set<Condition> NEARLY_ALL =
            Set.of(Condition.CLEAN, Condition.ROTATION, Condition.PERSPECTIVE, Condition.NOISE);

    /** What was promised and not reached. */
    private final List<String> missed = new ArrayList<>();

    private ScanRates() {}

    /** Ends with 1 when a goal is missed, or when the frames are harder or easier than they should be. */
    public static void main(String[] arguments) {
        ScanRates rates = new ScanRates();
        rates.measure();
        rates.missed.forEach(goal -> System.out.println("missed: " + goal));
        System.exit(rates.missed.isEmpty() ? 0 : 1);
    }

    private void measure() {
        List<ScanReader> readers = List.of(ScanReader.zxing(), ScanReader.boofcv(), ScanReader.cascade());
        for (int i = 0; i < WARM; i++) {
            Frame frame = Corpus.frame(Condition.COMBINED, 640, 480, -1 - i);
            readers.forEach(reader -> reader.read(frame));
        }
        System.out.printf("%nscanning: read of each 100, wrong texts (median / longest ms of processor time)%n");
        for (int[] size : SIZES) {
            camera(size[0], size[1], readers);
        }
        perfect(readers);
    }

    private void camera(int width, int height, List<ScanReader> readers) {
        Map<ScanReader, ScanTally> gates = tallies(readers);
        Map<ScanReader, ScanTally> clean = tallies(readers);
        for (Condition condition : Condition.values()) {
            Map<ScanReader, ScanTally> tallies = tallies(readers);
            run(FRAMES, seed -> Corpus.frame(condition, width, height, seed), tallies);
            row(
                    width + "x" + height + " "
                            + condition
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' '),
                    tallies);
            if (condition.gate()) {
                tallies.forEach((reader, tally) -> gates.get(reader).add(tally));
            }
            ScanTally till = last(tallies);
            if (NEARLY_ALL.contains(condition)) {
                goal(width + "x" + height + " " + condition + " at least 99", till.rate() >= 99);
            }
            goal(width + "x" + height + " " + condition + " no wrong text", till.wrong() == 0);
            if (condition == Condition.CLEAN) {
                tallies.forEach((reader, tally) -> clean.get(reader).add(tally));
            }
        }
        row(width + "x" + height + " mean of the first eight", gates);
        System.out.printf("%dx%d by stage: %s%n", width, height, last(gates).byStage());
        ScanReader zxing = readers.get(0);
        ScanReader ours = readers.get(readers.size() - 1);
        System.out.printf(
                "%dx%d median of a clean frame / ZXing's: %.2f (goal: at most 1.15); longest frame / ZXing's median: %.1f (goal: at"
                        + " most 12), and %d of %d frames over 12%n",
                width,
                height,
                (double) clean.get(ours).median() / clean.get(zxing).median(),
                (double) gates.get(ours).longest() / gates.get(zxing).median(),
                gates.get(ours).over(12 * gates.get(zxing).median()),
                gates.get(ours).count());
        String size = width + "x" + height;
        double valid = gates.get(zxing).rate();
        goal(size + " frames as hard as they should be", height == 480 ? in(43, valid, 53) : in(57, valid, 67));
        goal(size + " mean at least 95", gates.get(ours).rate() >= 95);
        double ratio = (double) clean.get(ours).median() / clean.get(zxing).median();
        goal(size + " median of a clean frame at most 1.15 of ZXing's", ratio <= 1.15);
        goal(
                size + " no frame over 12 medians of ZXing",
                gates.get(ours).longest() <= 12 * gates.get(zxing).median());
    }

    private void goal(String name, boolean reached) {
        if (!reached) {
            missed.add(name);
        }
    }

    private static boolean in(double least, double value, double most) {
        return least <= value && value <= most;
    }

    /** The till's: it reads last. */
    private static ScanTally last(Map<ScanReader, ScanTally> tallies) {
        return List.copyOf(tallies.values()).get(tallies.size() - 1);
    }

    /** Receipts drawn without a camera between: every version that 500 to 700 characters need. */
    private void perfect(List<ScanReader> readers) {
        Map<ScanReader, ScanTally> tallies = tallies(readers);
        run(
                PERFECT,
                seed -> {
                    var random = new Random(seed);
                    var level = seed % 2 == 0 ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
                    int pixels = 2 + (int) (seed / 2 % 9);
                    return Code.of(Code.token(random, 500 + random.nextInt(201)), level)
                            .picture(pixels);
                },
                tallies);
        row("perfect, 2 to 10 px a module", tallies);
        goal(
                "all perfect pictures",
                last(tallies).rate() == 100 && last(tallies).wrong() == 0);
    }

    private static void run(int frames, LongFunction<Frame> source, Map<ScanReader, ScanTally> tallies) {
        for (long seed = 0; seed < frames; seed++) {
            Frame frame = source.apply(seed);
            tallies.forEach((reader, tally) -> {
                long start = THREADS.getCurrentThreadCpuTime();
                var read = reader.read(frame);
                long took = THREADS.getCurrentThreadCpuTime() - start;
                tally.count(read, frame, took);
            });
        }
    }

    private static Map<ScanReader, ScanTally> tallies(List<ScanReader> readers) {
        Map<ScanReader, ScanTally> tallies = new LinkedHashMap<>();
        readers.forEach(reader -> tallies.put(reader, new ScanTally()));
        return tallies;
    }

    private static void row(String name, Map<ScanReader, ScanTally> tallies) {
        List<String> cells = new ArrayList<>();
        tallies.forEach((reader, tally) -> cells.add(reader.name() + " " + tally));
        System.out.printf("%-36s %s%n", name, String.join("   ", cells));
    }
}
