package glassgrad.web;

import glassgrad.training.Frame;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A moment as a picture of 1200 x 630 pixels, as chats show one beside a link: the network with its weights, the loss curve,
 * and the numbers. What is in it are numbers of the run, and words of our own.
 */
final class PreviewImage {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Color PAPER = new Color(0xf7f9fd);
    private static final Color CARD = Color.WHITE;
    private static final Color LINE = new Color(0xdde2ec);
    private static final Color INK = new Color(0x1b2430);
    private static final Color MUTE = new Color(0x5a6579);
    private static final Color ACCENT = new Color(0x0f766e);
    private static final Color POSITIVE = new Color(0x1f77b4);
    private static final Color NEGATIVE = new Color(0xe0661c);

    private static final int MARGIN = 56;
    private static final int TOP = 190;
    private static final int BOTTOM = 574;
    private static final int NETWORK_RIGHT = 700;
    private static final int CURVE_LEFT = 772;

    /** More neurons of a layer than this are drawn as these. */
    private static final int MOST_NEURONS = 16;

    private final Graphics2D pen;

    private PreviewImage(Graphics2D pen) {
        this.pen = pen;
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    /**
     * A PNG.
     *
     * @param title what the moment is called
     * @param widths of the network's layers, its inputs first
     * @param losses of the steps before the frame's
     */
    static byte[] png(String title, List<Integer> widths, List<Double> losses, Frame frame) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            new PreviewImage(pen).draw(title, widths, losses, frame);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(String title, List<Integer> widths, List<Double> losses, Frame frame) {
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        words("glassgrad", MARGIN, 78, Font.BOLD, 30, ACCENT);
        words(title, MARGIN, 136, Font.BOLD, 40, INK);
        network(widths, frame.values());
        curve(losses, frame);
    }

    private void words(String text, int x, int y, int style, int size, Color colour) {
        pen.setFont(new Font(Font.SANS_SERIF, style, size));
        pen.setColor(colour);
        pen.drawString(text, x, y);
    }

    /** Every weight a line, as strong as the weight is large among its layer's; blue is positive, orange and dashed negative. */
    private void network(List<Integer> widths, List<Double> parameters) {
        int start = 0;
        for (int layer = 1; layer < widths.size(); layer++) {
            int inputs = widths.get(layer - 1);
            int neurons = widths.get(layer);
            double largest = 1e-300;
            for (int i = start; i < start + neurons * (inputs + 1); i++) {
                largest = Math.max(largest, Math.abs(parameters.get(i)));
            }
            for (int to = 0; to < Math.min(neurons, MOST_NEURONS); to++) {
                for (int from = 0; from < Math.min(inputs, MOST_NEURONS); from++) {
                    double weight = parameters.get(start + to * (inputs + 1) + from);
                    connect(widths, layer, from, to, weight / largest);
                }
            }
            start += neurons * (inputs + 1);
        }
        for (int layer = 0; layer < widths.size(); layer++) {
            for (int neuron = 0; neuron < Math.min(widths.get(layer), MOST_NEURONS); neuron++) {
                double radius = Math.min(15, 130.0 / Math.min(widths.get(layer), MOST_NEURONS));
                Ellipse2D circle = new Ellipse2D.Double(
                        x(widths, layer) - radius, y(widths, layer, neuron) - radius, 2 * radius, 2 * radius);
                pen.setColor(CARD);
                pen.fill(circle);
                pen.setStroke(new BasicStroke(2.5f));
                pen.setColor(layer == 0 ? MUTE : ACCENT);
                pen.draw(circle);
            }
        }
    }

    private void connect(List<Integer> widths, int layer, int from, int to, double strength) {
        // Many lines are thin ones.
        double most = 4.4 * Math.min(1, 6.0 / Math.max(widths.get(layer - 1), widths.get(layer)));
        float width = (float) (0.6 + most * Math.abs(strength));
        Color colour = strength < 0 ? NEGATIVE : POSITIVE;
        int opacity = (int) (50 + 170 * Math.min(1, Math.abs(strength)));
        pen.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity));
        pen.setStroke(
                strength < 0
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {9, 6}, 0)
                        : new BasicStroke(width));
        pen.draw(new Line2D.Double(
                x(widths, layer - 1), y(widths, layer - 1, from), x(widths, layer), y(widths, layer, to)));
    }

    private static double x(List<Integer> widths, int layer) {
        double room = NETWORK_RIGHT - MARGIN - 40;
        return MARGIN + 20 + room * layer / Math.max(1, widths.size() - 1);
    }

    private static double y(List<Integer> widths, int layer, int neuron) {
        int shown = Math.min(widths.get(layer), MOST_NEURONS);
        return TOP + (BOTTOM - TOP) * (neuron + 0.5) / shown;
    }

    private void curve(List<Double> losses, Frame frame) {
        words("loss at step %,d".formatted(frame.step()), CURVE_LEFT, TOP + 24, Font.PLAIN, 26, MUTE);
        words("%.4g".formatted(frame.loss()), CURVE_LEFT, TOP + 88, Font.BOLD, 58, INK);
        int top = TOP + 130;
        int right = WIDTH - MARGIN;
        pen.setColor(CARD);
        pen.fillRoundRect(CURVE_LEFT, top, right - CURVE_LEFT, BOTTOM - top, 18, 18);
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(1.5f));
        pen.drawRoundRect(CURVE_LEFT, top, right - CURVE_LEFT, BOTTOM - top, 18, 18);
        int last = losses.size();
        double most = losses.stream()
                .mapToDouble(loss -> loss)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        Path2D line = new Path2D.Double();
        int points = Math.min(last, right - CURVE_LEFT);
        for (int i = 0; i <= points; i++) {
            int step = points == 0 ? 0 : (int) ((long) last * i / points);
            double loss = step < last ? losses.get(step) : frame.loss();
            if (Double.isFinite(loss)) {
                double x = CURVE_LEFT + 18 + (right - CURVE_LEFT - 36.0) * i / Math.max(1, points);
                double y = BOTTOM - 18 - (BOTTOM - top - 40.0) * loss / Math.max(most, 1e-300);
                if (line.getCurrentPoint() == null) {
                    line.moveTo(x, y);
                } else {
                    line.lineTo(x, y);
                }
            }
        }
        pen.setColor(ACCENT);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(line);
    }
}
