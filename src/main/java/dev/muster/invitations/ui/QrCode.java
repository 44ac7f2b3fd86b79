package dev.muster.invitations.ui;

/** A QR code as SVG: dark on white in both colour schemes, since cameras want it so. */
final class QrCode {

    /** The quiet zone that scanners need around the code. */
    private static final int BORDER = 4;

    private QrCode() {}

    /** Returns {@code text} as a whole SVG. */
    static String svg(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + BORDER)
                            .append(',')
                            .append(y + BORDER)
                            .append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * BORDER;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="240" height="240" \
                shape-rendering="crispEdges"><rect width="%1$d" height="%1$d" fill="#fff"/>\
                <path d="%2$s" fill="#000"/></svg>""".formatted(side, path);
    }
}
