import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in for Lambda's Java runtime client in tests: prints the errors of handlers in the client's
 * form (aws-lambda-java-libs, UserFault.reportableError). The errors are real: the JVM throws them.
 * Events are separated by a NUL character.
 */
public class JavaClient {
    interface Handler {
        void handle() throws Throwable;
    }

    public static void main(String[] arguments) {
        run(() -> ((Object) null).toString());
        run(() -> System.out.print(1 / Integer.parseInt("0")));
        run(() -> {
            throw new IllegalStateException("two lines:\nthis is the second", new RuntimeException("cause"));
        });
        run(() -> {
            List<byte[]> kept = new ArrayList<>();
            while (true) kept.add(new byte[1 << 20]);
        });
        run(() -> Class.forName("shop.NoSuchHandler"));
    }

    static void run(Handler handler) {
        try {
            handler.handle();
        } catch (Throwable thrown) {
            StringWriter trace = new StringWriter();
            thrown.printStackTrace(new PrintWriter(trace, true));
            String name = thrown.getClass().getName();
            String message = thrown.getLocalizedMessage() == null ? name : thrown.getLocalizedMessage();
            System.out.print(message + ": " + name + "\n" + trace + "\n\0");
        }
    }
}
