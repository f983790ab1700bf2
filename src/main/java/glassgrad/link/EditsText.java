package glassgrad.link;

import glassgrad.training.Edit;
import glassgrad.training.InvalidInput;
import glassgrad.training.Setting;
import glassgrad.training.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Edits as an address writes them: "12:training.learningRate=0.1;31:layer2.neuron1.w3=0.8", one change after another. */
final class EditsText {
    private EditsText() {}

    static List<Edit> read(String key, String text) {
        List<Edit> edits = new ArrayList<>();
        for (String change : Texts.parts(text, ';')) {
            int colon = change.indexOf(':');
            int equals = change.indexOf('=', colon + 1);
            if (colon < 0 || equals < 0) {
                throw new InvalidInput(
                        key,
                        "\"%s\" is not an edit: it is written step:name=value, such as 12:training.learningRate=0.1."
                                .formatted(Texts.shortened(change)));
            }
            String name = change.substring(colon + 1, equals);
            edits.add(new Edit(
                    MomentQuery.step(key, change.substring(0, colon)),
                    Collections.singletonMap(name, value(key, name, change.substring(equals + 1)))));
        }
        return edits;
    }

    static String write(List<Edit> edits) {
        List<String> changes = new ArrayList<>();
        for (Edit edit : edits) {
            edit.set()
                    .forEach((name, value) ->
                            changes.add("%d:%s=%s".formatted(edit.step(), name, SettingText.write(value))));
        }
        return String.join(";", changes);
    }

    /** A setting's value has the setting's type; whatever else is named is a parameter, and a number. */
    private static @Nullable Object value(String key, String name, String text) {
        Optional<Setting> setting =
                Settings.all().stream().filter(row -> row.field().equals(name)).findFirst();
        return setting.isPresent() ? SettingText.read(setting.get(), key, text) : (Object) Texts.number(key, text);
    }
}
