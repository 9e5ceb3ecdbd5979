<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>digitscope</name>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Wide paper</source>
      <translation>Breites Papier</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>How to ...</source>
      <translation>Anleitungen ...</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Lessons</source>
      <translation>Lektionen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>About Digitscope</source>
      <translation>Über Digitscope</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Train</source>
      <translation>Trainieren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Start a new run of the chosen recipe from fresh weights.</source>
      <translation>Einen neuen Lauf des gewählten Rezepts mit frischen Gewichten starten.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Pause, draw and look; press again to go on.</source>
      <translation>Anhalten, zeichnen und ansehen; erneut drücken, um weiterzumachen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Make one gradient step on one batch of images, then pause.</source>
      <translation>Einen Gradientenschritt mit einem Batch von Bildern machen, dann anhalten.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Discard this run and go back to new start weights.</source>
      <translation>Diesen Lauf aufgeben und zu neuen Startgewichten zurückkehren.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Undo reset</source>
      <translation>Zurücksetzen rückgängig machen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Bring back the run that was discarded, where it was.</source>
      <translation>Den aufgegebenen Lauf zurückholen, wo er war.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>1,000 more</source>
      <translation>1.000 mehr</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Add 1,000 steps to the finished run.</source>
      <translation>Dem beendeten Lauf 1.000 Schritte anfügen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Cancel the download; practice digits or a folder will do.</source>
      <translation>Den Download abbrechen; Übungsziffern oder ein Ordner tun es auch.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Redo</source>
      <translation>Erneut</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Draw the stroke again.</source>
      <translation>Den Strich wieder zeichnen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Wipe the canvas; Undo brings the drawing back.</source>
      <translation>Die Zeichenfläche leeren; „Rückgängig“ holt die Zeichnung zurück.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Paste</source>
      <translation>Einfügen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Read a picture of a digit, or strokes, from the clipboard.</source>
      <translation>Ein Bild einer Ziffer oder Striche aus der Zwischenablage lesen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy 28×28 as image</source>
      <translation>28×28 als Bild kopieren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy what the network sees as a picture.</source>
      <translation>Kopieren, was das Netz sieht, als Bild.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy 28×28 as numbers</source>
      <translation>28×28 als Zahlen kopieren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy the 784 numbers, as numpy reads them.</source>
      <translation>Die 784 Zahlen kopieren, wie numpy sie liest.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy strokes</source>
      <translation>Striche kopieren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy the drawing as a line of JSON.</source>
      <translation>Die Zeichnung als Zeile JSON kopieren.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy picture of panel</source>
      <translation>Bild des Bereichs kopieren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy what the panel used last shows.</source>
      <translation>Kopieren, was der zuletzt benutzte Bereich zeigt.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Save picture of panel...</source>
      <translation>Bild des Bereichs speichern...</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Save the panel used last as PNG or SVG.</source>
      <translation>Den zuletzt benutzten Bereich als PNG oder SVG speichern.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Save numbers of curves...</source>
      <translation>Zahlen der Kurven speichern...</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Save the panel's curves as CSV.</source>
      <translation>Die Kurven des Bereichs als CSV speichern.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy recipe</source>
      <translation>Rezept kopieren</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy all settings of the next run as text, to paste elsewhere.</source>
      <translation>Alle Einstellungen des nächsten Laufs als Text kopieren, um sie anderswo einzufügen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>It was a {short}</source>
      <translation>Es war eine {short}</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Store this drawing as an example of how you write a {short}.</source>
      <translation>Diese Zeichnung als Beispiel behalten, wie eine {short} geschrieben wird.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>It was an {short}</source>
      <translation>Es war eine {short}</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Store this drawing as an example of how you write an {short}.</source>
      <translation>Diese Zeichnung als Beispiel behalten, wie eine {short} geschrieben wird.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Ask me for digits</source>
      <translation>Ziffern abfragen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Asks for three of each digit in random order, to learn from.</source>
      <translation>Fragt jede Ziffer dreimal in zufälliger Folge ab, um davon zu lernen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Trains on with your digits among those it knows.</source>
      <translation>Trainiert weiter, mit den eigenen Ziffern unter den bekannten.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Draw on paper for a whole number, as 42.</source>
      <translation>Auf Papier für eine ganze Zahl zeichnen, wie 42.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy what it reads</source>
      <translation>Kopieren, was gelesen wird</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Copy the digit or the number as text.</source>
      <translation>Kopiert die Ziffer oder die Zahl als Text.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Save what it reads...</source>
      <translation>Speichern, was gelesen wird ...</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Save the digit or the number as a text file.</source>
      <translation>Speichert die Ziffer oder die Zahl als Textdatei.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Guide box</source>
      <translation>Hilfsrahmen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Show the box that a drawing is scaled to.</source>
      <translation>Den Rahmen zeigen, auf den eine Zeichnung skaliert wird.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Show every setting of the next run, to change it by hand.</source>
      <translation>Alle Einstellungen des nächsten Laufs zeigen, um sie von Hand zu ändern.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Tabs in the plots' place</source>
      <translation>Reiter statt der Kurven</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Give the tabs the whole height, or give it back.</source>
      <translation>Gibt den Reitern die ganze Höhe, oder nimmt sie wieder.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Stage for a class</source>
      <translation>Bühne für eine Klasse</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Drawing and curves, large on the whole screen; Esc leaves.</source>
      <translation>Zeichnung und Kurven groß auf dem ganzen Schirm; Esc beendet.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Next tab</source>
      <translation>Nächster Reiter</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Show the next of the tabs, after the last the first.</source>
      <translation>Den nächsten Reiter zeigen, nach dem letzten den ersten.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Previous tab</source>
      <translation>Voriger Reiter</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Show the tab before, before the first the last.</source>
      <translation>Den Reiter davor zeigen, vor dem ersten den letzten.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Colours as the system</source>
      <translation>Farben wie im System</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Light or dark, as the system is.</source>
      <translation>Hell oder dunkel, wie das System.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Light colours</source>
      <translation>Helle Farben</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Dark text on a light window, whatever the system is.</source>
      <translation>Dunkler Text auf hellem Fenster, was immer das System vorgibt.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Dark colours</source>
      <translation>Dunkle Farben</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Light text on a dark window, whatever the system is.</source>
      <translation>Heller Text auf dunklem Fenster, was immer das System vorgibt.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Language as the system</source>
      <translation>Sprache wie im System</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>English, if the system's is none we have.</source>
      <translation>Englisch, wenn die Sprache des Systems nicht dabei ist.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>English</source>
      <translation>English</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Use English after a restart.</source>
      <translation>Use English after a restart.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Deutsch</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Ab dem nächsten Start Deutsch sprechen.</source>
      <translation>Ab dem nächsten Start Deutsch sprechen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Open data...</source>
      <translation>Daten öffnen...</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Train on the IDX files of a folder.</source>
      <translation>Mit den IDX-Dateien eines Ordners trainieren.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Open file...</source>
      <translation>Datei öffnen...</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Read a picture, strokes, weights or a recipe.</source>
      <translation>Ein Bild, Striche, Gewichte oder ein Rezept lesen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Close opened weights</source>
      <translation>Geöffnete Gewichte schließen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Read with the weights that come with the app again.</source>
      <translation>Wieder mit den Gewichten lesen, die mit der App kommen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Use practice digits</source>
      <translation>Übungsziffern verwenden</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Train on digits that the app draws itself, offline.</source>
      <translation>Mit Ziffern trainieren, die die App selbst zeichnet, ohne Netzwerk.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Three tours of short lessons: guess, try, and your own numbers answer.</source>
      <translation>Drei Touren kurzer Lektionen: raten, ausprobieren, und die eigenen Zahlen antworten.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>A page a task: teach it, compare runs, use it in class.</source>
      <translation>Eine Seite je Aufgabe: beibringen, Läufe vergleichen, im Unterricht verwenden.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Every key, and how to draw with keys alone.</source>
      <translation>Alle Tasten, und wie sich nur mit Tasten zeichnen lässt.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Show log</source>
      <translation>Protokoll zeigen</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Open the folder of the file in which faults are written down.</source>
      <translation>Den Ordner der Datei öffnen, in der Fehler aufgezeichnet werden.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Versions, licences, and where the data come from.</source>
      <translation>Versionen, Lizenzen und woher die Daten stammen.</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <location filename="../../assets/actions.json" />
      <source>Close the window; a run that is going on ends.</source>
      <translation>Das Fenster schließen; ein laufender Lauf endet.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Pace</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Skip</source>
      <translation>Später</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Export</source>
      <translation>Exportieren</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Learn from my digits</source>
      <translation>Ziffern lernen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Canvas</source>
      <translation>Blatt</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Draw a digit with mouse, finger or pen, anywhere and at any size.
The right button or a pen's eraser end takes away the stroke it touches.
By keyboard: arrows move the pen, Space puts it down and lifts it.</source>
      <translation>Eine Ziffer mit Maus, Finger oder Stift zeichnen, wo und wie groß auch immer.
Die rechte Taste oder das Radierende eines Stifts entfernt den berührten Strich.
Mit der Tastatur: Pfeile bewegen den Stift, die Leertaste setzt ihn auf und hebt ihn ab.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What the network sees</source>
      <translation>Was das Netz sieht</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>28 by 28 pixels</source>
      <translation>28 mal 28 Pixel</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The network never sees your lines, only these 784 numbers: 0 is paper, 1 is ink.
Point at a pixel to read its number.</source>
      <translation>Das Netz sieht nie die Linien, nur diese 784 Zahlen: 0 ist Papier, 1 ist Tinte.
Auf ein Pixel zeigen, um seine Zahl zu lesen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Step by step</source>
      <translation>In Stufen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Show the stages from drawing to image</source>
      <translation>Die Stufen von der Zeichnung zum Bild zeigen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows each stage from your lines to these pixels, and what it is good for.</source>
      <translation>Zeigt jede Stufe von den Linien bis zu diesen Pixeln, und wozu sie gut ist.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Stages from drawing to image</source>
      <translation>Stufen von der Zeichnung zum Bild</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Your lines on a 28 × 28 grid as they are: small or off to a corner, few networks can read them.</source>
      <translation>Die Linien auf einem 28 × 28-Raster, wie sie sind: Klein oder in einer Ecke können wenige Netze sie lesen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Box</source>
      <translation>Box</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The lines are scaled to fit a 20 × 20 box, so it does not matter how large you write.</source>
      <translation>Die Linien werden in einen 20 × 20-Rahmen skaliert, sodass die Größe der Schrift nicht zählt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>scaled to 20 × 20</source>
      <translation>auf 20 × 20 skaliert</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Centre</source>
      <translation>Mitte</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The centre of mass moves to pixel (14, 14), so it does not matter where you write.</source>
      <translation>Der Schwerpunkt rückt auf Pixel (14, 14), sodass der Ort der Schrift nicht zählt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>centred by mass</source>
      <translation>nach Masse zentriert</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Deskew</source>
      <translation>Gerade</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The image is sheared until it stands upright, so it matters less how much you slant.</source>
      <translation>Das Bild wird geschert, bis es aufrecht steht, sodass die Neigung weniger zählt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>sheared upright</source>
      <translation>aufgerichtet</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Spread</source>
      <translation>Weite</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The ink is stretched to the same spread, so it matters less how wide or tall your digits are.</source>
      <translation>Die Tinte wird auf dieselbe Verteilung gestreckt, sodass Breite und Höhe der Ziffern weniger zählen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>spread evenly</source>
      <translation>gleichmäßig verteilt</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Digits of the number</source>
      <translation>Ziffern der Zahl</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Choose a digit: bars, Why, Story and teaching are then about it. Arrow keys do it, too.</source>
      <translation>Eine Ziffer wählen: Balken, „Warum“, „Verlauf“ und Beibringen handeln dann von ihr. Pfeiltasten tun es auch.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The digit with the largest probability; how sure it is says nothing about whether it is right.</source>
      <translation>Die Ziffer mit der größten Wahrscheinlichkeit; wie sicher das ist, sagt nichts darüber, ob es stimmt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Switch what reads your digit</source>
      <translation>Wechseln, was die Ziffer liest</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Reads your digit with other weights: this run's, or those of the two networks that come with the app.</source>
      <translation>Liest Ihre Ziffer mit anderen Gewichten: denen dieses Laufs oder denen der zwei Netze, die der App beiliegen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Probabilities</source>
      <translation>Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Ten probabilities that add up to 100 %: the digit with the longest bar is what it reads.
While a run reads, a thin mark on each bar is what the app's own weights say.</source>
      <translation>Zehn Wahrscheinlichkeiten, zusammen 100 %: Die Ziffer mit dem längsten Balken ist, was es liest.
Liest ein Lauf, zeigt ein dünner Strich auf jedem Balken, was die Gewichte der App sagen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Teach it your hand</source>
      <translation>Die eigene Handschrift beibringen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Keep</source>
      <translation>Nehmen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Store this drawing as the digit that was requested.</source>
      <translation>Speichert diese Zeichnung als die verlangte Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Ask for another digit; this one comes again at the end.</source>
      <translation>Nach einer anderen Ziffer fragen; diese kommt am Ende noch einmal.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Stop</source>
      <translation>Ende</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Ask for no more digits; what was stored stays.</source>
      <translation>Keine weiteren Ziffern verlangen; was gespeichert ist, bleibt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What the next run does; each recipe changes one thing of the one before.</source>
      <translation>Was der nächste Lauf macht; jedes Rezept ändert eines gegenüber dem vorigen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>How far each step moves the weights against the gradient; it may change while it trains.</source>
      <translation>Wie weit jeder Schritt die Gewichte gegen den Gradienten bewegt; änderbar auch während des Trainings.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>How many steps a second you watch; the result is the same at every pace.</source>
      <translation>Wie viele Schritte je Sekunde gezeigt werden; das Ergebnis ist bei jedem Tempo gleich.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Back to the recipe</source>
      <translation>Zurück zum Rezept</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Takes every setting as the recipe has it.</source>
      <translation>Nimmt jede Einstellung wie im Rezept.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>log</source>
      <translation>log</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Logarithmic scale</source>
      <translation>Logarithmische Skala</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Equal heights are equal ratios, so that small costs can be seen, too.</source>
      <translation>Gleiche Höhen sind gleiche Verhältnisse, sodass auch kleine Kosten zu sehen sind.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Smoothing</source>
      <translation>Glättung</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>How many steps the strong curve averages over; the faint one shows each.</source>
      <translation>Über wie viele Schritte die kräftige Kurve mittelt; die blasse zeigt jeden.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Whether more steps would help</source>
      <translation>Ob mehr Schritte helfen würden</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Rewind</source>
      <translation>Zurückspulen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Go back through the run: weights, bars and verdict become what they were then.</source>
      <translation>Durch den Lauf zurückgehen: Gewichte, Balken und Urteil werden, was sie damals waren.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Train on from here</source>
      <translation>Ab hier weiter</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Start a new run with the weights of this step.</source>
      <translation>Einen neuen Lauf mit den Gewichten dieses Schritts starten.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Tour</source>
      <translation>Tour</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Three tours: the network of the post, and the two that come after it.</source>
      <translation>Drei Touren: das Netz aus dem Beitrag und die zwei, die danach kommen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>z equals x times W plus b</source>
      <translation>z gleich x mal W plus b</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>p i equals e to the z i over the sum of e to the z j; C equals minus the sum of y i times log p i</source>
      <translation>p i gleich e hoch z i durch die Summe der e hoch z j; C gleich minus die Summe von y i mal log p i</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>W becomes W minus r times the derivative of C by W</source>
      <translation>W wird W minus r mal die Ableitung von C nach W</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What the network knows and does</source>
      <translation>Was das Netz weiß und tut</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What each digit looks for: blue pixels speak for it, orange ones against.</source>
      <translation>Wonach jede Ziffer sucht: Blaue Pixel sprechen für sie, orange dagegen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Weights of the ten digits</source>
      <translation>Gewichte der zehn Ziffern</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>changed since the start</source>
      <translation>seit dem Start geändert</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows the weights less those that the run began with: what it has learned, and no random numbers.</source>
      <translation>Zeigt die Gewichte abzüglich derer, mit denen der Lauf begann: was er gelernt hat, und keine Zufallszahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>since the start</source>
      <translation>seit dem Start</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Units of the layer</source>
      <translation>Einheiten der Schicht</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What the unit adds to each digit</source>
      <translation>Was die Einheit jeder Ziffer gibt</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What this unit adds to each digit's logit, as brightly as it is lit now.
Dark, it adds nothing.</source>
      <translation>Was diese Einheit dem Logit jeder Ziffer gibt, so hell, wie sie jetzt leuchtet.
Dunkel gibt sie nichts.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Draw a digit and train: here its ten probabilities are followed through the run.</source>
      <translation>Eine Ziffer zeichnen und trainieren: Hier lassen sich ihre zehn Wahrscheinlichkeiten durch den Lauf verfolgen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>My digit's story</source>
      <translation>Verlauf der eigenen Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Story</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>How sure it was of your digit at every step of the run.</source>
      <translation>Wie sicher es bei jedem Schritt des Laufs bei Ihrer Ziffer war.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Misread images</source>
      <translation>Falsch gelesene Bilder</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Mistakes</source>
      <translation>Fehler</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The images it misreads, those it is surest of first.</source>
      <translation>Die falsch gelesenen Bilder, die sichersten zuerst.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>any</source>
      <translation>alle</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows only images that are of this digit.</source>
      <translation>Zeigt nur Bilder dieser Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Verdict</source>
      <translation>Urteil</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows only images that were read as this digit.</source>
      <translation>Zeigt nur Bilder, die als diese Ziffer gelesen wurden.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Show all mistakes</source>
      <translation>Alle Fehler zeigen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows the mistakes of all digits again.</source>
      <translation>Zeigt wieder die Fehler aller Ziffern.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The misread images appear here once the data set has been read.</source>
      <translation>Die falsch gelesenen Bilder erscheinen hier, sobald der Datensatz gelesen ist.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Misread images, the surest first</source>
      <translation>Falsch gelesene Bilder, die sichersten zuerst</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>A click or the arrow keys put an image in place of the drawing, and show why it was misread.</source>
      <translation>Ein Klick oder die Pfeiltasten setzen ein Bild an die Stelle der Zeichnung und zeigen, warum es falsch gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Confusion</source>
      <translation>Konfusion</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Which digits it takes for which.</source>
      <translation>Welche Ziffern für welche gehalten werden.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Confusion matrix</source>
      <translation>Konfusionsmatrix</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Rows are what the images are, columns what they were read as.</source>
      <translation>Die Zeilen sind, was die Bilder sind, die Spalten, als was sie gelesen wurden.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Click a cell to see its images; a digit at the edge for its row or column.</source>
      <translation>Eine Zelle anklicken, um ihre Bilder zu sehen; eine Ziffer am Rand für Zeile oder Spalte.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Images of the cell</source>
      <translation>Bilder der Zelle</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>A click or the arrow keys put an image in place of the drawing, and show why it was read so.</source>
      <translation>Ein Klick oder die Pfeiltasten setzen ein Bild an die Stelle der Zeichnung und zeigen, warum es so gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Why it is read so</source>
      <translation>Warum es so gelesen wird</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What in the image speaks for a digit, and what against.</source>
      <translation>Was im Bild für eine Ziffer spricht und was dagegen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>the verdict</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Digit to explain</source>
      <translation>Ziffer, die erklärt wird</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Which digit's logit is explained.</source>
      <translation>Wessen Logit erklärt wird.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Other digit</source>
      <translation>Andere Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Why the first digit and not this one?</source>
      <translation>Warum die erste Ziffer und nicht diese?</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows where two digits differ: the evidence for the one less that for the other.</source>
      <translation>Zeigt, wo sich zwei Ziffern unterscheiden: die Evidenz für die eine weniger die für die andere.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Evidence in squares</source>
      <translation>Belege in Quadraten</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Several layers take from one pixel what they give the next: summed over small squares, the evidence
is easier to see. All of it adds up to the same logit.</source>
      <translation>Mehrere Schichten nehmen einem Pixel, was sie dem nächsten geben: über kleine Quadrate summiert
sieht man die Belege besser. Zusammen ergeben sie dasselbe Logit.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Evidence</source>
      <translation>Evidenz</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Each pixel is multiplied by its weight. Blue results speak for the digit, orange ones against it;
all of them and the bias add up to the logit, exactly.</source>
      <translation>Jedes Pixel wird mit seinem Gewicht multipliziert. Blaue Ergebnisse sprechen für die Ziffer, orange dagegen;
alle zusammen und der Bias ergeben genau das Logit.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Logits and probabilities</source>
      <translation>Logits und Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Softmax turns logits into probabilities: e to the power of each, divided by the sum of all ten.
A logit that is 2.3 higher is ten times as probable. Click a row to explain that digit.</source>
      <translation>Softmax macht aus Logits Wahrscheinlichkeiten: e hoch jedes, geteilt durch die Summe aller zehn.
Ein um 2,3 größeres Logit ist zehnmal so wahrscheinlich. Eine Zeile anklicken, um diese Ziffer zu erklären.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Network</source>
      <translation>Netz</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>One step with all its numbers, the graph that TensorFlow built, and the code.</source>
      <translation>Ein Schritt mit all seinen Zahlen, der Graph, den TensorFlow gebaut hat, und der Code.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>One step</source>
      <translation>Ein Schritt</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Follows one image of the next batch through the network, and the step that comes of it.</source>
      <translation>Verfolgt ein Bild des nächsten Batches durch das Netz und den Schritt, der daraus folgt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Graph</source>
      <translation>Graph</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The graph that TensorFlow built for this training, node by node.</source>
      <translation>Der Graph, den TensorFlow für dieses Training gebaut hat, Knoten für Knoten.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The recipe as a short script of TensorFlow that prints the same costs.</source>
      <translation>Das Rezept als kurzes TensorFlow-Skript, das dieselben Kosten ausgibt.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The post</source>
      <translation>Der Beitrag</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Each line of the network in “Learn TensorFlow Now”, first post, beside today's, and where to see it.</source>
      <translation>Jede Zeile des Netzes in „Learn TensorFlow Now“, erster Beitrag, neben der heutigen, und wo sie zu sehen ist.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Image of the batch</source>
      <translation>Bild des Batches</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Which image of the batch is followed through the network.</source>
      <translation>Welches Bild des Batches durch das Netz verfolgt wird.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>node by node</source>
      <translation>Knoten für Knoten</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Lists every node that TensorFlow built in place of the drawing.</source>
      <translation>Listet statt der Zeichnung jeden Knoten auf, den TensorFlow gebaut hat.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>bookkeeping, too</source>
      <translation>auch Buchführung</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Lists the nodes that only hold shapes, positions and constants, as well.</source>
      <translation>Zeigt auch die Knoten, die nur Formen, Positionen und Konstanten führen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Copies the script, to be pasted into a file or a notebook.</source>
      <translation>Kopiert das Skript, um es in eine Datei oder ein Notebook einzufügen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>One step of training</source>
      <translation>Ein Trainingsschritt</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Forward, from left to right: pixels times weights plus bias make ten logits, softmax makes
probabilities. Backward: where they differ from the label, the gradient says how each weight changes the cost;
the step goes against it. Of gradient and change the largest is shown.</source>
      <translation>Vorwärts, von links nach rechts: Pixel mal Gewichte plus Bias ergeben zehn Logits, Softmax macht daraus
Wahrscheinlichkeiten. Rückwärts: Wo sie vom Label abweichen, sagt der Gradient, wie jedes Gewicht die Kosten ändert;
der Schritt geht ihm entgegen. Von Gradient und Änderung ist die größte angegeben.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The graph, drawn</source>
      <translation>Der Graph, gezeichnet</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What is computed in a step, along the arrows; dashed: what the step changes.</source>
      <translation>Was in einem Schritt berechnet wird, den Pfeilen nach; gestrichelt: was der Schritt ändert.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The graph is listed here as soon as TensorFlow is ready.</source>
      <translation>Der Graph wird hier aufgelistet, sobald TensorFlow bereit ist.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Nodes of the graph</source>
      <translation>Knoten des Graphen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>In the order in which they are computed.</source>
      <translation>In der Reihenfolge, in der sie berechnet werden.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The post's lines beside today's</source>
      <translation>Die Zeilen des Beitrags neben den heutigen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The recipe as code</source>
      <translation>Das Rezept als Code</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Data set</source>
      <translation>Datensatz</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What it learns from: every image, its label, its 784 numbers.</source>
      <translation>Wovon gelernt wird: jedes Bild, sein Label, seine 784 Zahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Part of the data set</source>
      <translation>Teil des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The network learns from the training images only; the others show whether it has learned to read.</source>
      <translation>Das Netz lernt nur von den Trainingsbildern; die anderen zeigen, ob es lesen gelernt hat.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>training image {index}</source>
      <translation>Trainingsbild {index}</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>training: what it learns from</source>
      <translation>Training: wovon gelernt wird</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>validation image {index}</source>
      <translation>Validierungsbild {index}</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>validation: to decide when to stop</source>
      <translation>Validierung: um zu entscheiden, wann Schluss ist</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>test image {index}</source>
      <translation>Testbild {index}</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>test: looked at once, at the end</source>
      <translation>Test: einmal angesehen, am Ende</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Images of each class</source>
      <translation>Bilder je Klasse</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>How many images of each class there are; click one to see only these.</source>
      <translation>Wie viele Bilder es von jeder Klasse gibt; eine anklicken, um nur diese zu sehen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The images appear here as soon as a data set has been found.</source>
      <translation>Die Bilder erscheinen hier, sobald ein Datensatz gefunden ist.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Images of the data set</source>
      <translation>Bilder des Datensatzes</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>A click or the arrow keys put an image in place of the drawing, and show its numbers.</source>
      <translation>Ein Klick oder die Pfeiltasten setzen ein Bild an die Stelle der Zeichnung und zeigen seine Zahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Click an image to see its 784 numbers.</source>
      <translation>Ein Klick auf ein Bild zeigt seine 784 Zahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The image that was opened</source>
      <translation>Das geöffnete Bild</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The one-hot row: ten numbers, 1 at the label and 0 elsewhere; the probabilities are compared with them.</source>
      <translation>Die One-Hot-Zeile: zehn Zahlen, 1 beim Label und sonst 0; mit ihnen werden die Wahrscheinlichkeiten verglichen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The 28 rows are laid end to end: 784 numbers, 0 = paper, 1 = ink. This is all the network is given.</source>
      <translation>Die 28 Zeilen werden aneinandergehängt: 784 Zahlen, 0 = Papier, 1 = Tinte. Mehr bekommt das Netz nicht.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>My digits</source>
      <translation>Ziffern</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>How you write: what you taught it, to look at and to learn from.</source>
      <translation>Die eigene Handschrift: was gezeigt wurde, zum Ansehen und zum Lernen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Hand</source>
      <translation>Handschrift</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Whose digits these are; what you teach goes to this hand.</source>
      <translation>Wessen Ziffern das sind; was beigebracht wird, kommt in diese Handschrift.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>New...</source>
      <translation>Neu...</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Starts a hand of another person: each is stored apart.</source>
      <translation>Beginnt die Handschrift einer anderen Person: Jede wird für sich aufgehoben.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Rename...</source>
      <translation>Umbenennen ...</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Merge into...</source>
      <translation>Zusammenführen mit ...</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Remove...</source>
      <translation>Entfernen ...</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Ask me</source>
      <translation>Abfragen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Asks for three of each digit in random order: 30 drawings in two minutes.</source>
      <translation>Fragt jede Ziffer dreimal in zufälliger Folge ab: 30 Zeichnungen in zwei Minuten.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Trains on, with your digits among those it knows, in a second or two.</source>
      <translation>Trainiert ein, zwei Sekunden weiter, mit den eigenen Ziffern unter den bekannten.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Draw a digit, then say beneath it which one it was: it is stored here. Or press Ask me.</source>
      <translation>Eine Ziffer zeichnen und darunter angeben, welche es war: Sie wird hier aufgehoben. Oder „Abfragen“ drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Wall of images</source>
      <translation>Bilderwand</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What the marked digit was</source>
      <translation>Was die markierte Ziffer war</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Corrects the label of the marked digit.</source>
      <translation>Berichtigt das Label der markierten Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Leaves the marked digit out; Undo brings it back.</source>
      <translation>Lässt die markierte Ziffer weg; „Rückgängig“ holt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Takes back what was last deleted or corrected.</source>
      <translation>Nimmt zurück, was zuletzt gelöscht oder berichtigt wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Import...</source>
      <translation>Importieren...</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Adds the labelled digits of a file of strokes (.jsonl).</source>
      <translation>Fügt die Ziffern mit Label aus einer Datei mit Strichen (.jsonl) hinzu.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Export...</source>
      <translation>Exportieren...</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Writes the digits as strokes that any program can read.</source>
      <translation>Schreibt die Ziffern als Striche, die jedes Programm lesen kann.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Ladder</source>
      <translation>Leiter</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The recipes as rungs: what each changes, and what your runs of it read.</source>
      <translation>Die Rezepte als Sprossen: was jede ändert und was eigene Läufe davon lesen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Rungs</source>
      <translation>Sprossen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Chooses this recipe and trains it.</source>
      <translation>Wählt dieses Rezept und trainiert es.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Stored runs</source>
      <translation>Gespeicherte Läufe</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Every run you made, to compare, open, repeat and export.</source>
      <translation>Alle bisherigen Läufe, zum Vergleichen, Öffnen, Wiederholen und Exportieren.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>No runs yet. Press Train: every run is stored here, to compare and to go back to.</source>
      <translation>Noch keine Läufe. „Trainieren“ drücken: Jeder Lauf wird hier aufgehoben, zum Vergleichen und Zurückkehren.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Table of runs</source>
      <translation>Tabelle der Läufe</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>A note on the selected run</source>
      <translation>Eine Notiz zum gewählten Lauf</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Note on the selected run</source>
      <translation>Notiz zum gewählten Lauf</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Shows runs of 0 or 1 steps, too.</source>
      <translation>Zeigt auch Läufe von 0 oder 1 Schritten.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Take the selected run to another tool.</source>
      <translation>Den gewählten Lauf in ein anderes Werkzeug mitnehmen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>What differs</source>
      <translation>Was anders ist</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Show the run: its curves, its weights, and the slider back through it.</source>
      <translation>Den Lauf zeigen: Kurven, Gewichte und den Regler zum Zurückspulen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Repeat</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Train it again from its record: the same costs, bit for bit on this machine.</source>
      <translation>Nach der Aufzeichnung neu trainieren: dieselben Kosten, Bit für Bit auf diesem Rechner.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Star</source>
      <translation>Stern</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>A star keeps a run, whatever room the others take.</source>
      <translation>Ein Stern bewahrt einen Lauf, wie viel Platz die anderen auch brauchen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Give the run a name of your own.</source>
      <translation>Dem Lauf einen eigenen Namen geben.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Delete the selected runs; Undo brings them back.</source>
      <translation>Die gewählten Läufe löschen; „Rückgängig“ holt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Undo delete</source>
      <translation>Löschen rückgängig machen</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Bring back what was deleted last.</source>
      <translation>Zurückholen, was zuletzt gelöscht wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Tick runs to lay their curves over each other.</source>
      <translation>Läufe ankreuzen, um ihre Kurven übereinanderzulegen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Press F2 to give a run a name.</source>
      <translation>F2 gibt einem Lauf einen Namen.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>The settings it was trained with.</source>
      <translation>Die Einstellungen, mit denen trainiert wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Steps made; of how many, where it did not come to its end.</source>
      <translation>Gemachte Schritte; von wie vielen, wenn der Lauf nicht ans Ende kam.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Mean cross-entropy of the last batch, nats.</source>
      <translation>Mittlere Kreuzentropie des letzten Batches, in Nat.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Validation</source>
      <translation>Valid.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Share of the validation images it reads right.</source>
      <translation>Anteil der richtig gelesenen Validierungsbilder.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Share it reads right of the test images, which no gradient has seen.</source>
      <translation>Anteil der richtig gelesenen Testbilder, die kein Gradient gesehen hat.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>My hand</source>
      <translation>Eigene</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Share of your own labelled digits that it reads right.</source>
      <translation>Anteil der richtig gelesenen eigenen Ziffern.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Seconds of computing its steps alone; to watch it at a slower pace took longer.</source>
      <translation>Sekunden reiner Rechenzeit seiner Schritte; ihm bei langsamerem Tempo zuzusehen, dauerte länger.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>Begun</source>
      <translation>Beginn</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>When it was begun.</source>
      <translation>Wann er begonnen wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>It is training now.</source>
      <translation>Er trainiert gerade.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>It was stopped before its end.</source>
      <translation>Er wurde vor dem Ende angehalten.</translation>
    </message>
    <message>
      <location filename="../../assets/controls.json" />
      <source>It diverged: its cost left all bounds.</source>
      <translation>Er ist divergiert: Die Kosten verließen alle Grenzen.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Bookkeeping: shapes, positions and constants that the nodes around it need.</source>
      <translation>Buchführung: Formen, Positionen und Konstanten für die Knoten ringsum.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>All training images wait here, an unsigned byte a pixel.</source>
      <translation>Hier warten alle Trainingsbilder, ein Byte ohne Vorzeichen je Pixel.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Their labels, a digit each.</source>
      <translation>Ihre Labels, je eine Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The weights, stored as 10 x 784, less the pixels that no training image lights: each digit's picture is a row.</source>
      <translation>Die Gewichte, gespeichert als 10 x 784, ohne die Pixel, die kein Trainingsbild schwärzt: Das Bild jeder Ziffer ist eine Zeile.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The bias: one number a digit, added whatever the image.</source>
      <translation>Der Bias: eine Zahl je Ziffer, die bei jedem Bild addiert wird.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Which images each step takes.</source>
      <translation>Welche Bilder jeder Schritt nimmt.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The learning rate of each step.</source>
      <translation>Die Lernrate jedes Schritts.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Where the weights after each step are put down, for those that are stored.</source>
      <translation>Wohin die Gewichte nach jedem Schritt abgelegt werden, sofern sie gespeichert werden.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>How many steps to make.</source>
      <translation>Wie viele Schritte gemacht werden.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Adam: moves each weight by its gradient's running mean, over the root of that of its square.</source>
      <translation>Adam: bewegt jedes Gewicht um das laufende Mittel seines Gradienten, durch die Wurzel aus dem seines Quadrats.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Batch normalization: keeps running means and variances, by which the network reads later.</source>
      <translation>Batch-Normalisierung: führt laufende Mittel und Varianzen, mit denen das Netz später liest.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Batch normalization: gives a unit's or filter's sums mean 0 and variance 1 over the batch, times its factor.</source>
      <translation>Batch-Normalisierung: gibt den Summen einer Einheit oder eines Filters über den Batch Mittel 0 und Varianz 1, mal ihrem Faktor.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Dropout: leaves out what comes from units chosen by chance, and scales up the rest.</source>
      <translation>Dropout: lässt aus, was von zufällig gewählten Einheiten kommt, und vergrößert den Rest.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Momentum: the speed goes on, less the rate times the gradient; the weights move by it.</source>
      <translation>Momentum: die Geschwindigkeit bleibt, weniger Lernrate mal Gradient; um sie bewegen sich die Gewichte.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Warps this step's images by chance: slant, turn, size, place, the pen's width, blur.</source>
      <translation>Verformt die Bilder dieses Schritts zufällig: Neigung, Drehung, Größe, Ort, Strichbreite, Unschärfe.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Repeats what follows once a step, so that hundreds of steps are one call.</source>
      <translation>Wiederholt das Folgende einmal je Schritt, sodass hunderte Schritte ein Aufruf sind.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Takes the images of these steps out of all.</source>
      <translation>Nimmt die Bilder dieser Schritte aus allen heraus.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Takes their labels.</source>
      <translation>Nimmt ihre Labels.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Makes the steps: what follows, which XLA compiles to machine code.</source>
      <translation>Macht die Schritte: was folgt, von XLA in Maschinencode übersetzt.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Takes this step's images.</source>
      <translation>Nimmt die Bilder dieses Schritts.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Takes this step's labels.</source>
      <translation>Nimmt die Labels dieses Schritts.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Looks up which images this part takes.</source>
      <translation>Sieht nach, welche Bilder dieser Teil nimmt.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Looks up this step's learning rate.</source>
      <translation>Schlägt die Lernrate dieses Schritts nach.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Makes the labels one-hot rows: ten numbers, 1 at the digit, 0 elsewhere.</source>
      <translation>Macht aus den Labels One-Hot-Zeilen: zehn Zahlen, 1 bei der Ziffer, sonst 0.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Makes numbers of the images' bytes.</source>
      <translation>Macht aus den Bytes der Bilder Zahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The weights' gradient: (softmax - label) times pixel, summed over the batch.</source>
      <translation>Der Gradient der Gewichte: (Softmax - Label) mal Pixel, summiert über den Batch.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Multiplies each image by the ten rows of weights: evidence for each digit.</source>
      <translation>Multipliziert jedes Bild mit den zehn Zeilen der Gewichte: Evidenz für jede Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Adds the bias: now these are the ten logits of each image.</source>
      <translation>Addiert den Bias: Das sind nun die zehn Logits jedes Bildes.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Turns the logits into a row a digit, which processors add up faster.</source>
      <translation>Dreht die Logits zu einer Zeile je Ziffer, die Prozessoren schneller addieren.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Each image's largest logit.</source>
      <translation>Das größte Logit jedes Bildes.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The logits less the largest: the probabilities stay, but no power of e gets too large.</source>
      <translation>Die Logits abzüglich des größten: Die Wahrscheinlichkeiten bleiben, aber keine Potenz von e wird zu groß.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Softmax: e to the power of each logit.</source>
      <translation>Softmax: e hoch jedes Logit.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Softmax: their sum over the ten digits, of which each one's share is its probability.</source>
      <translation>Softmax: deren Summe über die zehn Ziffern; der Anteil jeder ist ihre Wahrscheinlichkeit.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The logarithm of that sum.</source>
      <translation>Der Logarithmus dieser Summe.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>What each image costs, times its share of the batch.</source>
      <translation>Was jedes Bild kostet, mal seinem Anteil am Batch.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The label's logit; nine times 0.</source>
      <translation>Das Logit der richtigen Ziffer; neunmal 0.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The label's logit alone.</source>
      <translation>Nur das Logit der richtigen Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Cross-entropy: what each image costs, -log of its label's probability.</source>
      <translation>Kreuzentropie: was jedes Bild kostet, -log der Wahrscheinlichkeit seiner Ziffer.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The cost of the step: the mean over the batch, in nats.</source>
      <translation>Die Kosten des Schritts: der Mittelwert über den Batch, in Nat.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Each image has the same share in the mean.</source>
      <translation>Jedes Bild hat denselben Anteil am Mittelwert.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The bias' gradient: softmax - label, summed over the batch.</source>
      <translation>Der Gradient des Bias: Softmax - Label, summiert über den Batch.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The probabilities, times each image's share.</source>
      <translation>Die Wahrscheinlichkeiten, mal dem Anteil jedes Bildes.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The logits' gradient: softmax - label, times each image's share.</source>
      <translation>Der Gradient der Logits: Softmax - Label, mal Anteil jedes Bildes.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The descent step for the bias: what it was, less that.</source>
      <translation>Der Abstiegsschritt für den Bias: was er war, weniger das.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The descent step: the weights as they were, less that. The network has learned.</source>
      <translation>Der Abstiegsschritt: die Gewichte, wie sie waren, weniger das. Das Netz hat gelernt.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Learning rate times the bias' gradient.</source>
      <translation>Lernrate mal Gradient des Bias.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Learning rate times the weights' gradient: how far the step goes.</source>
      <translation>Lernrate mal Gradient der Gewichte: wie weit der Schritt geht.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Scales 0..255 to 0 (paper) .. 1 (ink).</source>
      <translation>Skaliert 0..255 auf 0 (Papier) .. 1 (Tinte).</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Multiplies what comes into a layer by its weights.</source>
      <translation>Multipliziert, was in eine Schicht eingeht, mit ihren Gewichten.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Slides a layer's filters over what comes into it.</source>
      <translation>Schiebt die Filter einer Schicht über das, was in sie eingeht.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Adds a layer's bias; after the last layer, these are the ten logits of each image.</source>
      <translation>Addiert den Bias einer Schicht; nach der letzten sind das die zehn Logits jedes Bildes.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Cuts off at 0: what is negative becomes 0.</source>
      <translation>Schneidet bei 0 ab: Was negativ ist, wird 0.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>How a unit's or filter's sums lie over the batch, to normalise them.</source>
      <translation>Wie die Summen einer Einheit oder eines Filters über den Batch liegen, um sie zu normieren.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The gradient of a layer's bias.</source>
      <translation>Der Gradient des Bias einer Schicht.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The gradient of a layer's weights, or of what came into it.</source>
      <translation>Der Gradient der Gewichte einer Schicht oder dessen, was in sie einging.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>No gradient goes back through what was cut off.</source>
      <translation>Durch das, was abgeschnitten wurde, geht kein Gradient zurück.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The gradient of a layer's filters.</source>
      <translation>Der Gradient der Filter einer Schicht.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>The gradient of what came into a layer of filters.</source>
      <translation>Der Gradient dessen, was in eine Schicht von Filtern einging.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Writes the step's cost down, for the curve.</source>
      <translation>Schreibt die Kosten des Schritts auf, für die Kurve.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Puts the weights after this step aside, where they are wanted.</source>
      <translation>Legt die Gewichte nach diesem Schritt beiseite, wo sie gebraucht werden.</translation>
    </message>
    <message>
      <location filename="../../assets/graph.json" />
      <source>Hands out together what was written down.</source>
      <translation>Gibt zusammen heraus, was notiert wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Take the last stroke back.</source>
      <translation>Den letzten Strich zurücknehmen.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Drawing on the canvas</source>
      <translation>Auf dem Blatt zeichnen</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Anywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Arrow keys</source>
      <translation>Pfeiltasten</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Move the pen by a cell of 28 × 28; with Shift by four.</source>
      <translation>Den Stift um eine Zelle von 28 × 28 bewegen; mit Umschalt um vier.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Home, Page Up, End, Page Down</source>
      <translation>Pos1, Bild auf, Ende, Bild ab</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Move it slantwise.</source>
      <translation>Ihn schräg bewegen.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Space or Enter</source>
      <translation>Leertaste oder Eingabe</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Put the pen down, or lift it.</source>
      <translation>Den Stift aufsetzen oder abheben.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Backspace</source>
      <translation>Rücktaste</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Delete key</source>
      <translation>Entf</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Wipe the canvas.</source>
      <translation>Die Zeichenfläche leeren.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Escape</source>
      <translation>Esc</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Lift the pen and put it away.</source>
      <translation>Den Stift abheben und weglegen.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Wheel</source>
      <translation>Rad</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Look closer, or from further away.</source>
      <translation>Näher heran oder weiter weg.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Drag</source>
      <translation>Ziehen</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Move along the steps.</source>
      <translation>Entlang der Schritte bewegen.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Double click</source>
      <translation>Doppelklick</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Show all steps again.</source>
      <translation>Wieder alle Schritte zeigen.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>+, −</source>
      <translation>+, −</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Look closer, or from further away, where the curves have the focus.</source>
      <translation>Näher heran oder weiter weg, wo die Kurven den Fokus haben.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Left, Right</source>
      <translation>Links, Rechts</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Home</source>
      <translation>Pos1</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Tab, Shift+Tab</source>
      <translation>Tab, Umschalt+Tab</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Go to the next control, or the one before.</source>
      <translation>Zum nächsten Bedienelement oder zum vorigen.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Alt, then arrow keys</source>
      <translation>Alt, dann Pfeiltasten</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Open the menus; with Alt and the letter underlined, one of them.</source>
      <translation>Die Menüs öffnen; mit Alt und dem unterstrichenen Buchstaben eines davon.</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Menu key</source>
      <translation>Menütaste</translation>
    </message>
    <message>
      <location filename="../../assets/keys.json" />
      <source>Open the menu of the panel: its picture, its numbers.</source>
      <translation>Das Menü des Bereichs öffnen: sein Bild, seine Zahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>784 numbers</source>
      <translation>784 Zahlen</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Your strokes, in their order</source>
      <translation>Die Striche, in ihrer Folge</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A picture of any size</source>
      <translation>Ein Bild beliebiger Größe</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does it get to see?</source>
      <translation>Was bekommt es zu sehen?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>You draw a digit. What does the network get of it?</source>
      <translation>Sie zeichnen eine Ziffer. Was bekommt das Netz davon?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What you draw is cut out, scaled to 20 × 20, centred in 28 × 28, and written as numbers: 0 for paper, 1 for ink. Hold the pointer over the small picture to read them. This tour follows the network of “Learn TensorFlow Now”, the first post of that series.</source>
      <translation>Die Zeichnung wird ausgeschnitten, auf 20 × 20 skaliert, in 28 × 28 zentriert und als Zahlen geschrieben: 0 für Papier, 1 für Tinte. Mit dem Zeiger auf dem kleinen Bild lassen sie sich lesen. Diese Tour folgt dem Netz von „Learn TensorFlow Now“, dem ersten Beitrag der Reihe.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Draw a digit on the canvas; where there is one already, press Clear first.</source>
      <translation>Eine Ziffer auf das Blatt zeichnen; steht dort schon eine, zuerst „Leeren“ drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Your digit is {all} numbers now; {ink} of them are not 0.</source>
      <translation>Die Ziffer ist nun {all} Zahlen; {ink} davon sind nicht 0.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>As the number 3</source>
      <translation>Als die Zahl 3</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>As ten numbers: a 1, and nine 0s</source>
      <translation>Als zehn Zahlen: 1 und neunmal 0</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>As a perfect picture of a 3</source>
      <translation>Als vollkommenes Bild einer 3</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How is it told the answer?</source>
      <translation>Wie erfährt es die Antwort?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>To learn, it needs the right answer for each image. How is a 3 written down for it?</source>
      <translation>Zum Lernen braucht es zu jedem Bild die richtige Antwort. Wie wird ihm eine 3 aufgeschrieben?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>One number for each digit. This is called one-hot; the network answers with ten numbers, too, and training brings its ten closer to these.</source>
      <translation>Eine Zahl je Ziffer. Das heißt One-hot; auch das Netz antwortet mit zehn Zahlen, und das Training bringt seine zehn näher an diese heran.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>In the Data tab, click an image.</source>
      <translation>Unter „Daten“ ein Bild anklicken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Its label is {label}: {row}.</source>
      <translation>Das Label ist {label}: {row}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It speaks for the digit</source>
      <translation>Sie spricht für die Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It speaks against the digit</source>
      <translation>Sie spricht gegen die Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Nothing: orange is paper</source>
      <translation>Nichts: Orange ist Papier</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How does a pixel vote?</source>
      <translation>Wie stimmt ein Pixel ab?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The post's network has 784 weights for each digit, one a pixel. What does ink on an orange weight do?</source>
      <translation>Das Netz des Beitrags hat für jede Ziffer 784 Gewichte, eines je Pixel. Was tut Tinte auf einem orangen Gewicht?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Each pixel is multiplied by its weight; the products are added up, and a bias is added. This gives ten sums, the logits. The digit with the largest is what it reads.</source>
      <translation>Jedes Pixel wird mit seinem Gewicht multipliziert; die Produkte werden summiert, und ein Bias kommt dazu. Das gibt zehn Summen, die Logits. Die Ziffer mit der größten ist, was es liest.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear, then draw a digit while the Why tab is open.</source>
      <translation>„Leeren“ drücken, dann bei offenem „Warum“ eine Ziffer zeichnen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Of your ten sums that of the {digit} is the largest: {value}.</source>
      <translation>Von den zehn Summen ist die der {digit} die größte: {value}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>0 nats</source>
      <translation>0 Nat</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>2.30 nats</source>
      <translation>2,30 Nat</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>10 nats</source>
      <translation>10 Nat</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does a mistake cost?</source>
      <translation>Was kostet ein Fehler?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The cost of an answer is minus the natural logarithm of the probability of the right digit. Who only guesses among ten gives it 10 %. What does that cost?</source>
      <translation>Die Kosten einer Antwort sind minus der natürliche Logarithmus der Wahrscheinlichkeit der richtigen Ziffer. Wer unter zehn nur rät, gibt ihr 10 %. Was kostet das?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Softmax turns the ten sums into ten probabilities, which add up to 100 %. Sure and right costs next to nothing; sure and wrong costs much. Training makes the mean cost smaller.</source>
      <translation>Softmax macht aus den zehn Summen zehn Wahrscheinlichkeiten, zusammen 100 %. Sicher und richtig kostet fast nichts, sicher und falsch viel. Das Training macht die mittleren Kosten kleiner.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear, then draw another digit and watch the ten bars.</source>
      <translation>„Leeren“ drücken, dann eine andere Ziffer zeichnen und die zehn Balken beobachten.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The {digit} got {share}: had you meant it, the cost would be {cost} nats.</source>
      <translation>Die {digit} bekam {share}: Wäre sie gemeint gewesen, wären die Kosten {cost} Nat.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Nothing: it runs line by line</source>
      <translation>Nichts: Zeile für Zeile läuft</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A plan of all the arithmetic</source>
      <translation>Einen Plan aller Rechnungen</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A picture of the data</source>
      <translation>Ein Bild der Daten</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What is a graph?</source>
      <translation>Was ist ein Graph?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does TensorFlow make of your Python before it takes the first step?</source>
      <translation>Was macht TensorFlow vor dem ersten Schritt aus dem Python-Code?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>That plan is the graph. In the post it has empty places for images, the placeholders, and a Session runs it. Today a function marked tf.function becomes the graph when it is first called.</source>
      <translation>Dieser Plan ist der Graph. Im Beitrag hat er leere Plätze für Bilder, die Placeholder, und eine Session führt ihn aus. Heute wird eine mit tf.function markierte Funktion beim ersten Aufruf zum Graphen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>In the Network tab, press Graph.</source>
      <translation>Unter „Netz“ auf „Graph“ drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>This is that plan: at every step {batch:,} images flow through it.</source>
      <translation>Das ist dieser Plan: Bei jedem Schritt fließen {batch:,} Bilder hindurch.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 10, as before</source>
      <translation>Etwa 10, wie zuvor</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 25</source>
      <translation>Etwa 25</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>More than 40</source>
      <translation>Mehr als 40</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does one step bring?</source>
      <translation>Was bringt ein Schritt?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>All weights start at 0: it guesses, and gets about 10 of 100 digits right. How many after a single step, made on 100 images?</source>
      <translation>Alle Gewichte beginnen bei 0: Es rät und trifft etwa 10 von 100 Ziffern. Wie viele nach einem einzigen Schritt mit 100 Bildern?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The gradient says for each weight and bias which way the cost would rise. A step moves all of them a little the other way; how far is the learning rate.</source>
      <translation>Der Gradient sagt für jedes Gewicht und jeden Bias, in welcher Richtung die Kosten stiegen. Ein Schritt bewegt alle ein wenig in die andere; wie weit, sagt die Lernrate.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Step.</source>
      <translation>„Schritt“ drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Its {batch:,} images cost {cost} nats, as guessing does. After it, {share} of {images:,} validation images are read right.</source>
      <translation>Seine {batch:,} Bilder kosten {cost} Nat, wie beim Raten. Danach werden {share} von {images:,} Validierungsbildern richtig gelesen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 10</source>
      <translation>Etwa 10</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 40</source>
      <translation>Etwa 40</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 90</source>
      <translation>Etwa 90</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What do 1,000 steps bring?</source>
      <translation>Was bringen 1.000 Schritte?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The post's network starts from random weights, which have to be unlearned. How many of 100 digits does it read after 1,000 small steps?</source>
      <translation>Das Netz des Beitrags beginnt mit zufälligen Gewichten, die erst verlernt werden müssen. Wie viele von 100 Ziffern liest es nach 1.000 kleinen Schritten?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Watch the weight pictures: what has changed since the start becomes ten digits. A thin mark on a bar is what the app's own weights say of your drawing: does the new network come near it, or not?</source>
      <translation>Die Gewichtsbilder beobachten: Was sich seit dem Start ändert, wird zu zehn Ziffern. Ein dünner Strich auf einem Balken ist, was die Gewichte der App zur Zeichnung sagen: Kommt das neue Netz ihm nahe oder nicht?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Train, and watch it to the end.</source>
      <translation>„Trainieren“ drücken und bis zum Ende zusehen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>After {steps:,} steps it reads {share} of the test images; its last batch cost {cost} nats.</source>
      <translation>Nach {steps:,} Schritten liest es {share} der Testbilder; sein letzter Batch kostete {cost} Nat.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>To the {digit} that the app sees in your drawing it gave {start} at the start and gives {end} now.</source>
      <translation>Der {digit}, die die App in der Zeichnung sieht, gab es am Anfang {start}, jetzt gibt es ihr {end}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Yes, nearly</source>
      <translation>Ja, beinahe</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>No, some are read far worse</source>
      <translation>Nein, manche viel schlechter</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>That cannot be known</source>
      <translation>Das lässt sich nicht wissen</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How accurate is it?</source>
      <translation>Wie genau ist es?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It reads a certain share of all digits right. Is it equally good at each of the ten?</source>
      <translation>Einen gewissen Anteil aller Ziffern liest es richtig. Liest es jede der zehn gleich gut?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Accuracy is counted on images that no step was made on: only these tell how new digits will be read. The Confusion tab counts, for each label, what was read.</source>
      <translation>Die Genauigkeit wird an Bildern gezählt, mit denen kein Schritt gemacht wurde: Nur sie sagen, wie neue Ziffern gelesen werden. „Konfusion“ zählt zu jedem Label, was gelesen wurde.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>In the Confusion tab, click the number at which you expect most mistakes.</source>
      <translation>Unter „Konfusion“ die Zahl anklicken, bei der die meisten Fehler zu erwarten sind.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Of the images labelled {best} it reads {most}, of those labelled {worst} {least}; {all} of all {images}.</source>
      <translation>Von den Bildern mit Label {best} liest es {most}, von denen mit Label {worst} {least}; {all} von allen ({images}).</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Much: by more than 5 points</source>
      <translation>Viel: über 5 Punkte</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A little, if at all</source>
      <translation>Ein wenig, wenn überhaupt</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>No, it would have got worse</source>
      <translation>Nein, es wäre schlechter</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>When to stop?</source>
      <translation>Wann aufhören?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The post stops after 1,000 steps. Would 1,000 more have helped?</source>
      <translation>Der Beitrag hört nach 1.000 Schritten auf. Hätten 1.000 mehr geholfen?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>As long as the accuracy on images that it does not train on rises, more steps help. Where it stays level, they help no more; where it falls, it had better stopped before. The sentence beneath the curve says which.</source>
      <translation>Solange die Genauigkeit an Bildern steigt, mit denen es nicht trainiert, helfen weitere Schritte. Bleibt sie gleich, helfen sie nicht mehr; fällt sie, wäre früher aufzuhören besser gewesen. Der Satz unter der Kurve sagt, was zutrifft.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Train to the end; then press 1,000 more.</source>
      <translation>Bis zum Ende trainieren; dann „1.000 mehr“ drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>After {first:,} steps it read {before} of the test images, after {last:,} it reads {after}.</source>
      <translation>Nach {first:,} Schritten las es {before} der Testbilder, nach {last:,} liest es {after}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Weights that start at 0</source>
      <translation>Gewichte, die bei 0 beginnen</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Other random start weights</source>
      <translation>Andere zufällige Gewichte</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Half the learning rate</source>
      <translation>Die halbe Lernrate</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How to improve it?</source>
      <translation>Wie wird es besser?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The same network, the same 1,000 steps. What helps most?</source>
      <translation>Dasselbe Netz, dieselben 1.000 Schritte. Was hilft am meisten?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Random weights are noise that has to be unlearned; a single layer needs none. Each recipe of the ladder changes one thing like this, and says why it helps.</source>
      <translation>Zufällige Gewichte sind Rauschen, das verlernt werden muss; eine einzelne Schicht braucht keines. Jedes Rezept der Leiter ändert eine solche Sache und sagt, warum sie hilft.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Train.</source>
      <translation>„Trainieren“ drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>From zeros it reads {share} of the test images.</source>
      <translation>Von Nullen aus liest es {share} der Testbilder.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>From zeros it reads {zeros} of the test images, from random weights it read {random}.</source>
      <translation>Von Nullen aus liest es {zeros} der Testbilder, von zufälligen Gewichten aus waren es {random}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Ink on the wrong digit's blue</source>
      <translation>Tinte auf falschem Blau</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Too small an image</source>
      <translation>Ein zu kleines Bild</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Chance: next time it is right</source>
      <translation>Zufall: nächstes Mal stimmt es</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What did it read, and why?</source>
      <translation>Was hat es gelesen, und warum?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It takes an image for another digit, and is sure of it. What has misled it?</source>
      <translation>Es hält ein Bild für eine andere Ziffer und ist sich sicher. Was hat es irregeführt?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Mistakes are listed with those first that it was surest of. Open the Why tab after your click: it shows, pixel by pixel, what spoke for the wrong digit rather than the right one.</source>
      <translation>Zuerst stehen die Fehler, bei denen es am sichersten war. Nach dem Klick „Warum“ öffnen: Es zeigt Pixel für Pixel, was für die falsche statt für die richtige Ziffer sprach.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>In the Mistakes tab, click an image.</source>
      <translation>Unter „Fehler“ ein Bild anklicken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Labelled {label}, read as {verdict}, {sure} sure: the sum for {verdict} is {more} larger than that for {label}.</source>
      <translation>Label {label}, gelesen als {verdict}, zu {sure} sicher: Die Summe für {verdict} ist um {more} größer als die für {label}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>By the gaps between them</source>
      <translation>An den Lücken dazwischen</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>By the order they are written in</source>
      <translation>An der Reihenfolge beim Schreiben</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>By what is likeliest for all of them</source>
      <translation>An der wahrscheinlichsten Aufteilung</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Which strokes are one digit?</source>
      <translation>Welche Striche sind eine Ziffer?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>You write 42, the bar of the 4 last. How can it know which strokes belong together?</source>
      <translation>Sie schreiben 42, den Querstrich der 4 zuletzt. Woran erkennt es, welche Striche zusammengehören?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Strokes that lie close are tried as one digit, alone and together. The network reads each try: a good digit speaks for it, a strange one against it. The best way to divide all strokes wins. Each digit then gets a frame and an image of its own.</source>
      <translation>Striche, die nahe beieinander liegen, werden allein und zusammen als eine Ziffer probiert. Das Netz liest jeden Versuch: Eine gute Ziffer spricht dafür, eine seltsame dagegen. Die beste Aufteilung aller Striche gewinnt. Jede Ziffer bekommt dann einen Rahmen und ein eigenes Bild.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear, then write a number of two digits or more.</source>
      <translation>„Leeren“ drücken, dann eine Zahl mit zwei oder mehr Ziffern schreiben.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Your {strokes} strokes are {count} digits to it: {text}.</source>
      <translation>Ihre {strokes} Striche sind für das Netz {count} Ziffern: {text}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>3</source>
      <translation>3</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>30</source>
      <translation>30</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>3,000</source>
      <translation>3.000</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Can it learn how you write?</source>
      <translation>Lernt es Ihre Handschrift?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How many of your own digits does it ask for before it learns from them?</source>
      <translation>Wie viele eigene Ziffern verlangt es, bevor es daraus lernt?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What it has learned came from other people's digits. Yours can be added: it trains on with them among the others, so that nothing is forgotten.</source>
      <translation>Gelernt hat es von den Ziffern anderer. Eigene lassen sich hinzufügen: Es trainiert mit ihnen unter den anderen weiter, damit nichts vergessen wird.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear and draw a digit, then tell it which one it was.</source>
      <translation>„Leeren“ drücken und eine Ziffer zeichnen, dann angeben, welche es war.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Stored: your first digit. “Ask me” in My digits asks for 30; it learns from them in seconds.</source>
      <translation>Gespeichert: die erste eigene Ziffer. „Abfragen“ unter „Ziffern“ fragt nach 30; es lernt daraus in Sekunden.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Stored: {count} of your digits. “Ask me” in My digits asks for 30; it learns from them in seconds.</source>
      <translation>Gespeichert: {count} eigene Ziffern. „Abfragen“ unter „Ziffern“ fragt nach 30; es lernt daraus in Sekunden.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 93</source>
      <translation>Etwa 93</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 95</source>
      <translation>Etwa 95</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>About 98</source>
      <translation>Etwa 98</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does a hidden layer bring?</source>
      <translation>Was bringt eine verborgene Schicht?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Between the pixels and the ten sums there are 128 units now. The single layer of “Patience” reads about 93 of 100 test images. And this network?</source>
      <translation>Zwischen den Pixeln und den zehn Summen liegen jetzt 128 Einheiten. Die einzelne Schicht von „Geduld“ liest etwa 93 von 100 Testbildern. Und dieses Netz?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Each unit weighs all 784 pixels, as a digit did before. If its sum is below 0 it stays dark and says 0; else it is lit, and says its sum. That rule is called a ReLU. The ten digits then weigh the units, no longer the pixels.</source>
      <translation>Jede Einheit wiegt alle 784 Pixel, wie zuvor eine Ziffer. Liegt ihre Summe unter 0, bleibt sie dunkel und sagt 0; sonst leuchtet sie und sagt ihre Summe. Diese Regel heißt ReLU. Die zehn Ziffern wiegen dann die Einheiten, nicht mehr die Pixel.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Its {count:,} numbers read {share} of the test images.</source>
      <translation>Seine {count:,} Zahlen lesen {share} der Testbilder.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A whole digit</source>
      <translation>Eine ganze Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A stroke here and none there</source>
      <translation>Ein Strich hier und keiner dort</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>One single pixel</source>
      <translation>Ein einziges Pixel</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does a hidden unit look for?</source>
      <translation>Was sucht eine verborgene Einheit?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Look at the pictures of the units. What lights one of them up?</source>
      <translation>Was lässt eine der Einheiten leuchten, deren Bilder unter „Gewichte“ stehen?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Blue asks for ink, orange for paper. Hardly any unit looks like a digit: each looks for a piece that several digits share, and adds to some of them and takes from others. The bars say what it adds.</source>
      <translation>Blau will Tinte, Orange Papier. Kaum eine Einheit sieht aus wie eine Ziffer: jede sucht ein Stück, das mehrere Ziffern haben, gibt einigen davon etwas und nimmt anderen. Die Balken sagen, wie viel.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Click a unit on the Weights tab.</source>
      <translation>Unter „Gewichte“ eine Einheit anklicken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Nearly all</source>
      <translation>Fast alle</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Some of them</source>
      <translation>Einige</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>One: that of the digit</source>
      <translation>Eine: die der Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How many units light up?</source>
      <translation>Wie viele Einheiten leuchten auf?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>You draw a digit. How many of the 128 units does it light up?</source>
      <translation>Sie zeichnen eine Ziffer. Wie viele der 128 Einheiten lässt sie leuchten?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Those that count most for what is read stand in front; dark ones are pale, and add nothing. Another drawing lights others: so the same network weighs each drawing in its own way, and the Why tab can still say how.</source>
      <translation>Die am meisten zählen, stehen vorn; dunkle sind blass und geben nichts. Bei einer anderen Zeichnung leuchten andere: so wiegt dasselbe Netz jede Zeichnung auf eigene Art, und der Reiter „Warum“ kann trotzdem sagen, wie.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear, then draw another digit while the Weights tab is open.</source>
      <translation>„Leeren“ drücken, dann bei offenen „Gewichten“ eine andere Ziffer zeichnen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Your drawing lights {count} of {all} units.</source>
      <translation>Ihre Zeichnung lässt {count} von {all} Einheiten leuchten.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It came as close</source>
      <translation>Sie kamen so nahe</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It stayed well above</source>
      <translation>Sie blieben deutlich darüber</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Nobody can know</source>
      <translation>Das kann niemand wissen</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Does it learn by heart?</source>
      <translation>Lernt es auswendig?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Its cost on the images that it trains on came close to 0. And on the validation images, which it never trains on?</source>
      <translation>Die Kosten der Bilder, mit denen es trainiert, kamen nahe an 0. Und die der Validierungsbilder, mit denen es nie trainiert?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>With 101,770 numbers a network can remember single images. What it only remembers does not help with others: this is called overfitting, and it is why some images are never trained on. Stopping early, dropout and warped images keep it small.</source>
      <translation>Mit 101.770 Zahlen kann sich ein Netz einzelne Bilder merken. Was es sich nur merkt, hilft bei anderen nicht: das heißt Überanpassung, und darum wird mit manchen Bildern nie trainiert. Früh aufhören, Dropout und verformte Bilder halten sie klein.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Open the Story tab once the run has ended.</source>
      <translation>Nach dem Ende des Laufs „Verlauf“ öffnen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Its last {steps} steps cost {training} nats, the validation images {validation}.</source>
      <translation>Die letzten {steps} Schritte kosteten {training} Nat, die Validierungsbilder {validation}.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It learns as well</source>
      <translation>Sie lernt ebenso gut</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It learns more slowly</source>
      <translation>Sie lernt langsamer</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It learns next to nothing</source>
      <translation>Sie lernt fast nichts</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>And if all weights start at 0?</source>
      <translation>Und wenn alle Gewichte bei 0 anfangen?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The single layer learned from zeros better than from random weights. What do zeros do to a hidden layer?</source>
      <translation>Die einzelne Schicht lernte von Nullen besser als von zufälligen Gewichten. Was machen Nullen mit einer verborgenen Schicht?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>All units say 0, so the weights behind them have no gradient; and behind weights of 0 no unit has a gradient, either. Only the ten biases can learn. Random weights make the units differ: here they are a must.</source>
      <translation>Alle Einheiten sagen 0, darum haben die Gewichte dahinter keinen Gradienten; und vor Gewichten von 0 hat auch keine Einheit einen. Nur die zehn Biase können lernen. Zufällige Gewichte machen die Einheiten verschieden: hier müssen sie sein.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>25 others</source>
      <translation>25 andere</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The same 25</source>
      <translation>Dieselben 25</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>784, one a pixel</source>
      <translation>784, eines je Pixel</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What is a filter?</source>
      <translation>Was ist ein Filter?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A filter has 5 × 5 weights. Which weights does it have for another place in the image?</source>
      <translation>Ein Filter hat 5 × 5 Gewichte. Welche hat er für eine andere Stelle im Bild?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>It slides over the image, two pixels at a time, and asks everywhere the same: does the ink here look like me? This is a convolution. 16 filters are 400 weights; a second layer of 32 then looks at what they found.</source>
      <translation>Er gleitet über das Bild, je zwei Pixel weiter, und fragt überall dasselbe: Sieht die Tinte hier aus wie ich? Das ist eine Faltung. 16 Filter sind 400 Gewichte; eine zweite Schicht aus 32 sieht dann an, was sie fanden.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>One number</source>
      <translation>Eine Zahl</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A map: how well it fits where</source>
      <translation>Eine Karte: wie gut er wo passt</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A smaller digit</source>
      <translation>Eine kleinere Ziffer</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does a filter make of a digit?</source>
      <translation>Was macht ein Filter aus einer Ziffer?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A filter has slid over your drawing. What has it made of it?</source>
      <translation>Ein Filter ist über Ihre Zeichnung geglitten. Was hat er daraus gemacht?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A number for each place, largest where the ink looks most like the filter. Blue on each picture shows where that is: one filter finds level strokes, another upright ones, a third the ends of strokes.</source>
      <translation>Eine Zahl für jede Stelle, am größten, wo die Tinte dem Filter am meisten gleicht. Das Blau auf jedem Bild zeigt, wo: ein Filter findet waagrechte Striche, einer senkrechte, ein dritter die Enden von Strichen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear, then draw a digit while the Weights tab is open.</source>
      <translation>„Leeren“ drücken, dann bei offenen „Gewichten“ eine Ziffer zeichnen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>{filters} filters made as many maps of {height} × {width} numbers; {count:,} of these are not 0.</source>
      <translation>{filters} Filter machten ebenso viele Karten aus {height} × {width} Zahlen; {count:,} davon sind nicht 0.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>An edge that runs one way</source>
      <translation>Eine Kante in einer Richtung</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Any ink at all</source>
      <translation>Irgendwelche Tinte</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>What does a filter look for?</source>
      <translation>Was sucht ein Filter?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Look at the 5 × 5 squares beneath the maps. What do most of them look for?</source>
      <translation>Unter den Karten stehen Felder von 5 × 5. Was suchen die meisten?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Blue on one side and orange on the other: it is lit along an edge that runs that way. Nobody has told it to look for edges; they were what lowered the cost most. Brains and cameras look for them, too.</source>
      <translation>Blau auf einer Seite, Orange auf der anderen: er leuchtet entlang einer Kante in dieser Richtung. Niemand hat ihm gesagt, dass er Kanten suchen soll; sie senkten die Kosten am meisten. Auch Gehirne und Kameras suchen sie.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Click a filter on the Weights tab.</source>
      <translation>Unter „Gewichte“ einen Filter anklicken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>5 × 5</source>
      <translation>5 × 5</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>13 × 13</source>
      <translation>13 × 13</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>28 × 28</source>
      <translation>28 × 28</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>How far does the second layer see?</source>
      <translation>Wie weit sieht die zweite Schicht?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A filter of the second layer looks at 5 × 5 places of the first layer's maps. How many pixels is that?</source>
      <translation>Ein Filter der zweiten Schicht sieht 5 × 5 Stellen der Karten der ersten an. Wie viele Pixel sind das?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The places are two pixels apart, and each saw 5 × 5 pixels itself. So layer by layer a network sees further, and looks for more: first edges, then corners and curves, then digits.</source>
      <translation>Die Stellen liegen zwei Pixel auseinander, und jede sah selbst 5 × 5 Pixel. So sieht ein Netz Schicht für Schicht weiter und sucht mehr: erst Kanten, dann Ecken und Bögen, dann Ziffern.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>On the Weights tab, press the button of the second layer.</source>
      <translation>Unter „Gewichte“ den Knopf der zweiten Schicht drücken.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Each of its filters sees {height} × {width} pixels.</source>
      <translation>Jeder ihrer Filter sieht {height} × {width} Pixel.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>The single layer</source>
      <translation>Die einzelne Schicht</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>This network</source>
      <translation>Dieses Netz</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Both the same</source>
      <translation>Beide gleich lang</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>And if the digit moves?</source>
      <translation>Und wenn sich die Ziffer verschiebt?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Your drawing moves to the right, pixel by pixel. Who reads it longer: this network, or the app's single layer?</source>
      <translation>Ihre Zeichnung rückt nach rechts, Pixel um Pixel. Wer liest sie länger: dieses Netz oder die einzelne Schicht der App?</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>A single layer has weights for each pixel by itself: moved ink meets other weights. Filters are the same everywhere, and their maps move along. That is why the app centres what you draw, and why convolutions read images best.</source>
      <translation>Eine einzelne Schicht hat für jedes Pixel eigene Gewichte: verschobene Tinte trifft auf andere. Filter sind überall gleich, und ihre Karten wandern mit. Darum zentriert die App, was gezeichnet wird, und darum lesen Faltungen Bilder am besten.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>Press Clear, then draw another digit.</source>
      <translation>„Leeren“ drücken, dann eine andere Ziffer zeichnen.</translation>
    </message>
    <message>
      <location filename="../../assets/lessons.json" />
      <source>This network reads it the same up to {network} pixels to the right, the single layer up to {app}.</source>
      <translation>Dieses Netz liest sie gleich bis {network} Pixel weiter rechts, die einzelne Schicht bis {app}.</translation>
    </message>
    <message>
      <location filename="../../assets/menus.json" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../assets/menus.json" />
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <location filename="../../assets/menus.json" />
      <source>&amp;Train</source>
      <translation>&amp;Trainieren</translation>
    </message>
    <message>
      <location filename="../../assets/menus.json" />
      <source>Te&amp;ach</source>
      <translation>B&amp;eibringen</translation>
    </message>
    <message>
      <location filename="../../assets/menus.json" />
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <location filename="../../assets/menus.json" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>bias</source>
      <translation>Bias</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>ten logits</source>
      <translation>zehn Logits</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>the images</source>
      <translation>die Bilder</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>placeholder, ? × 784</source>
      <translation>Platzhalter, ? × 784</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>placeholder, ? × 10</source>
      <translation>Platzhalter, ? × 10</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>variable, 784 × 10</source>
      <translation>Variable, 784 × 10</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>matmul</source>
      <translation>matmul</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>images × weights</source>
      <translation>Bilder × Gewichte</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>variable, 10</source>
      <translation>Variable, 10</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>add</source>
      <translation>add</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>cross entropy</source>
      <translation>Kreuzentropie</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>softmax against label</source>
      <translation>Softmax gegen Label</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>the step's cost</source>
      <translation>Kosten des Schritts</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>{optimizer}</source>
      <translation>{optimizer}</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>changes weights, bias</source>
      <translation>ändert Gewichte, Bias</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>One step: the image</source>
      <translation>Ein Schritt: das Bild</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Weights: ten pictures of 784 numbers</source>
      <translation>Gewichte: zehn Bilder aus 784 Zahlen</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Weights: the bias beneath a picture</source>
      <translation>Gewichte: der Bias unter einem Bild</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>One step: the logits; Why: one of them</source>
      <translation>Ein Schritt: die Logits; Warum: eines davon</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>One step: what each image costs</source>
      <translation>Ein Schritt: was jedes Bild kostet</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Cost: a point of the curve</source>
      <translation>Kosten: ein Punkt der Kurve</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>One step: the gradient; Rate: 0.01</source>
      <translation>Ein Schritt: der Gradient; Rate: 0,01</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Reset: new start weights</source>
      <translation>Zurücksetzen: neue Startgewichte</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Graph: what is built and run</source>
      <translation>Graph: was gebaut und ausgeführt wird</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Train: 1,000 steps; Pace: how fast</source>
      <translation>Trainieren: 1.000 Schritte; Tempo: wie schnell</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Step: one batch of 100 images of Data</source>
      <translation>Schritt: ein Batch von 100 Bildern der Daten</translation>
    </message>
    <message>
      <location filename="../../assets/post.json" />
      <source>Accuracy: the share that is read right</source>
      <translation>Genauigkeit: der richtig gelesene Anteil</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>As in the tutorial</source>
      <translation>Wie im Tutorial</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Weights start as random numbers around 0, and 1,000 small steps of 100 images each improve them.</source>
      <translation>Die Gewichte beginnen als Zufallszahlen um 0 und werden in 1.000 kleinen Schritten mit je 100 Bildern verbessert.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>This is how a first tutorial does it: the cost falls all the way, and yet fewer than half of the digits are read right, because large random weights take far longer to unlearn than 1,000 small steps allow.</source>
      <translation>So macht es ein erstes Tutorial: Die Kosten sinken die ganze Zeit, und doch wird weniger als die Hälfte der Ziffern richtig gelesen, denn große zufällige Gewichte zu verlernen dauert viel länger als 1.000 kleine Schritte.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Zeros</source>
      <translation>Nullen</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Weights start at 0 instead of at random numbers.</source>
      <translation>Die Gewichte beginnen bei 0 statt bei Zufallszahlen.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>A single layer has nothing to gain from random weights, so nothing has to be unlearned: the same 1,000 steps now read 87 % of the test images.</source>
      <translation>Eine einzelne Schicht hat nichts von zufälligen Gewichten; so muss nichts verlernt werden: Dieselben 1.000 Schritte lesen nun 87 % der Testbilder.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Bigger steps</source>
      <translation>Größere Schritte</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Each step goes 50 times as far: the learning rate is 0.5 instead of 0.01.</source>
      <translation>Jeder Schritt ist 50-mal so weit: Die Lernrate ist 0,5 statt 0,01.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>With 0.01 the weights have hardly begun to move when the run ends; larger steps get to 91 % in the same time, while far too large ones would jump past the goal.</source>
      <translation>Mit 0,01 haben sich die Gewichte kaum bewegt, wenn der Lauf endet; größere Schritte kommen in derselben Zeit auf 91 %, während viel zu große über das Ziel hinausspringen würden.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Patience</source>
      <translation>Geduld</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>20,000 steps instead of 1,000, images in a new random order each time round, and steps that shrink to nothing at the end.</source>
      <translation>20.000 Schritte statt 1.000, die Bilder in jeder Runde neu gemischt, und Schritte, die zum Ende hin auf null schrumpfen.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>More steps see every image dozens of times, and shrinking ones let the weights settle instead of jumping about: 92.6 %, about all that one layer can read from raw pixels.</source>
      <translation>Mehr Schritte sehen jedes Bild dutzende Male, und schrumpfende lassen die Gewichte zur Ruhe kommen, statt umherzuspringen: 92,6 %, etwa alles, was eine Schicht aus rohen Pixeln lesen kann.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Upright</source>
      <translation>Aufrecht</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Every image, and whatever you draw, is first sheared until it stands upright.</source>
      <translation>Jedes Bild und alles Gezeichnete wird zuerst geschert, bis es aufrecht steht.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>One layer has a single picture for each digit and cannot match it at every slant; with the slant gone, the same network reads 95.9 %.</source>
      <translation>Eine Schicht hat für jede Ziffer nur ein Bild und kann nicht jede Neigung treffen; ohne Neigung liest dasselbe Netz 95,9 %.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Pens</source>
      <translation>Stifte</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Thousands of digits drawn with a pen on a tablet join the training images.</source>
      <translation>Tausende mit einem Stift auf einem Tablett gezeichnete Ziffern kommen zu den Trainingsbildern hinzu.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>What you draw with mouse or finger looks more like them than like scanned handwriting: drawings are read right up to 10 points more often, although the MNIST test itself loses a little.</source>
      <translation>Mit Maus oder Finger Gezeichnetes ähnelt ihnen mehr als eingescannter Handschrift: Zeichnungen werden um bis zu 10 Prozentpunkte öfter richtig gelesen, auch wenn der MNIST-Test selbst ein wenig verliert.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Everything that helps</source>
      <translation>Alles, was hilft</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Each digit is also stretched until its ink is spread evenly, pen digits join in six warped versions each, and so do the practice digits.</source>
      <translation>Jede Ziffer wird außerdem gestreckt, bis ihre Tinte gleichmäßig verteilt ist, jede Stiftziffer kommt in sechs verformten Fassungen hinzu, und auch die Übungsziffern kommen dazu.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Wide or narrow, slanted or bent, thin pen or thick: what hands differ in is either evened out before the network looks or shown to it in training, so drawings by people it has never met are read right 97 times in 100.</source>
      <translation>Breit oder schmal, geneigt oder gebogen, dünner oder dicker Stift: Worin sich Handschriften unterscheiden, wird ausgeglichen, bevor das Netz hinsieht, oder ihm im Training gezeigt; so werden Zeichnungen von Menschen, die es nie gesehen hat, in 97 von 100 Fällen richtig gelesen.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>A hidden layer</source>
      <translation>Eine verborgene Schicht</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Between pixels and digits stand 128 units, each with a picture of its own, which start at random, narrowly (He): what they make is cut off at 0, and ten sums weigh it.</source>
      <translation>Zwischen Pixeln und Ziffern stehen 128 Einheiten, jede mit einem eigenen Bild, die zufällig und eng beginnen (He): Was sie ergeben, wird bei 0 abgeschnitten, und zehn Summen gewichten es.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>A digit may now be any of many pictures put together, a loop here, a stroke there, so that slants and styles need not share one: 98 in 100 instead of 92.6.</source>
      <translation>Eine Ziffer kann nun aus vielen Bildern zusammengesetzt sein, hier eine Schleife, dort ein Strich, sodass sich Neigungen und Schreibweisen nicht mehr eines teilen müssen: 98 von 100 statt 92,6.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Hidden layer from zeros</source>
      <translation>Verborgene ab null</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>The same network, but its weights start at 0, as one layer was happy to.</source>
      <translation>Dasselbe Netz, aber seine Gewichte beginnen bei 0, womit die eine Schicht zufrieden war.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>All units are the same and nothing reaches the digits through them, so that no weight of theirs ever moves: only the ten biases learn, and it reads one digit in nine.</source>
      <translation>Alle Einheiten sind gleich, und durch sie dringt nichts zu den Ziffern, sodass sich keines ihrer Gewichte je bewegt: Nur die zehn Biaswerte lernen, und gelesen wird eine Ziffer von neun.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Convolutions</source>
      <translation>Faltungen</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>In place of units that see all pixels, small filters of 5x5 slide over the image, two layers of them, before 64 units put together what they found; the steps keep their momentum.</source>
      <translation>Statt Einheiten, die alle Pixel sehen, gleiten kleine Filter von 5x5 über das Bild, zwei Schichten davon, bevor 64 Einheiten zusammensetzen, was sie fanden; die Schritte behalten ihren Schwung.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>A stroke is a stroke wherever it lies, and a filter has to learn it only once: with hardly more weights, and in a fifth of the steps, it makes fewer mistakes.</source>
      <translation>Ein Strich ist ein Strich, wo immer er liegt, und ein Filter muss ihn nur einmal lernen: Mit kaum mehr Gewichten und in einem Fünftel der Schritte macht es weniger Fehler.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Each weight gets a step length of its own, from the mean and the size of its last gradients (Adam).</source>
      <translation>Jedes Gewicht bekommt eine eigene Schrittlänge, aus Mittel und Größe seiner letzten Gradienten (Adam).</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Weights that are seldom used move as surely as those that always are, so that the same steps get further.</source>
      <translation>Gewichte, die selten gebraucht werden, bewegen sich so sicher wie die ständig gebrauchten, sodass dieselben Schritte weiter führen.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>The reader</source>
      <translation>Der Leser</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>A third layer of filters, normalised sums, and dropout; pen digits join, and every image is warped a little, anew each time, but for the last fifth of the steps.</source>
      <translation>Eine dritte Schicht von Filtern, normierte Summen und Dropout; Stiftziffern kommen hinzu, und jedes Bild wird ein wenig verformt, jedes Mal neu, nur im letzten Fünftel der Schritte nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../assets/recipes.json" />
      <source>Warped anew, no image comes twice alike, and so it learns what stays the same in a digit, whoever draws it and with whatever device; at the end it settles on real ones.</source>
      <translation>Neu verformt kommt kein Bild zweimal gleich, und so lernt es, was an einer Ziffer gleich bleibt, wer immer sie womit zeichnet; am Ende stellt es sich auf echte ein.</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Accuracy</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Weights</source>
      <translation>Gewichte</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Above: what changed since the start. Below: the weights, random numbers of the start and all.</source>
      <translation>Oben: was sich seit dem Start geändert hat. Unten: die Gewichte samt den Zufallszahlen des Starts.</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>mean cross-entropy of each batch, in nats; the strong line is its moving average</source>
      <translation>mittlere Kreuzentropie jedes Batches in Nat; die kräftige Linie ist ihr gleitendes Mittel</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>what each class looks for: blue speaks for it, orange against it</source>
      <translation>wonach jede Klasse sucht: Blau spricht für sie, Orange gegen sie</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Made with</source>
      <translation>Gemacht mit</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>Written by Digitscope. Everything on this page is in this one file.</source>
      <translation>Von Digitscope geschrieben. Alles auf dieser Seite steht in dieser einen Datei.</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>learning rate {value}</source>
      <translation>Lernrate {value}</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>{value} more steps</source>
      <translation>{value} weitere Schritte</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>pace {value} steps/s</source>
      <translation>Tempo {value} Schritte/s</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>paused</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>went on</source>
      <translation>weiter</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>rate {value}</source>
      <translation>Rate {value}</translation>
    </message>
    <message>
      <location filename="../../assets/report.json" />
      <source>{value} more</source>
      <translation>{value} weitere</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>one layer</source>
      <translation>eine Schicht</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Adam</source>
      <translation>Adam</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Layers</source>
      <translation>Schichten</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>What lies before the last layer: nothing, units that see all pixels, or filters that slide over them.</source>
      <translation>Was vor der letzten Schicht liegt: nichts, Einheiten, die alle Pixel sehen, oder Filter, die über sie gleiten.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Which network</source>
      <translation>Welches Netz</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Normalise the sums</source>
      <translation>Summen normieren</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Brings the sums of hidden layers to mean 0 and spread 1 in every batch: longer steps stay possible.</source>
      <translation>Bringt die Summen verborgener Schichten in jedem Stapel auf Mittel 0 und Streuung 1: So bleiben längere Schritte möglich.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>sums normalised</source>
      <translation>Summen normiert</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>sums as they are</source>
      <translation>Summen, wie sie sind</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Dropout</source>
      <translation>Dropout</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>The share of a dense layer's inputs that each step leaves out, so that none relies on one other.</source>
      <translation>Der Anteil der Eingänge einer dichten Schicht, den jeder Schritt auslässt, damit sich keiner auf einen anderen verlässt.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Start weights</source>
      <translation>Startgewichte</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>The weights before the first step; large random ones must first be unlearned.</source>
      <translation>Die Gewichte vor dem ersten Schritt; große zufällige müssen erst verlernt werden.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Where it starts</source>
      <translation>Womit es beginnt</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>The same seed draws the same random numbers: the run can be repeated exactly.</source>
      <translation>Derselbe Seed zieht dieselben Zufallszahlen: Der Lauf lässt sich genau wiederholen.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>How far each step goes down the slope: too small and it crawls, too large and it leaps across.</source>
      <translation>Wie weit jeder Schritt den Hang hinabgeht: zu klein, und es kriecht; zu groß, und es springt darüber hinweg.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>How it steps</source>
      <translation>Wie es Schritte macht</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Decay</source>
      <translation>Abnahme</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Long steps first, ever shorter ones later, so that it comes to rest in the valley.</source>
      <translation>Zuerst lange Schritte, dann immer kürzere, damit es im Tal zur Ruhe kommt.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Optimizer</source>
      <translation>Verfahren</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Plain steps, steps that keep their momentum, or a step of its own for each weight (Adam).</source>
      <translation>Einfache Schritte, Schritte mit Schwung oder für jedes Gewicht ein eigener Schritt (Adam).</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>How many batches the run learns from.</source>
      <translation>Von wie vielen Batches der Lauf lernt.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Batch</source>
      <translation>Batch-Größe</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>How many images a step looks at: more make its direction surer, and each step slower.</source>
      <translation>Wie viele Bilder ein Schritt ansieht: Mehr machen die Richtung sicherer und jeden Schritt langsamer.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source> images</source>
      <translation> Bilder</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Shuffle the images</source>
      <translation>Bilder mischen</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>A new order of the images in every epoch, so that no batch is ever seen twice the same.</source>
      <translation>Eine neue Reihenfolge der Bilder in jeder Epoche, damit kein Batch zweimal gleich ist.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>shuffled batches</source>
      <translation>gemischte Batches</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>batches in order</source>
      <translation>Batches der Reihe nach</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Stop early</source>
      <translation>Früh beenden</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Ends the run when validation was no better for so many steps, and keeps the best weights.</source>
      <translation>Beendet den Lauf, wenn die Validierung so viele Schritte lang nicht besser wurde, und behält die besten Gewichte.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source> steps no better</source>
      <translation> Schritte ohne Gewinn</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Stand digits upright</source>
      <translation>Ziffern aufrichten</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Shears every digit upright, those it trains on and those you draw, so that slant matters no more.</source>
      <translation>Richtet jede Ziffer auf, im Training und beim Zeichnen, sodass Neigung nicht mehr zählt.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>What it looks at</source>
      <translation>Was es ansieht</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>deskewed images</source>
      <translation>aufgerichtete Bilder</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>images as they are</source>
      <translation>Bilder wie sie sind</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Spread digits evenly</source>
      <translation>Ziffern gleichmäßig verteilen</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Stretches every digit until its ink is spread alike, so that wide or tall matters no more.</source>
      <translation>Streckt jede Ziffer, bis ihre Tinte gleich verteilt ist, sodass breit oder hoch nicht mehr zählt.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>ink spread evenly</source>
      <translation>Tinte gleichmäßig verteilt</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>ink as wide as it is</source>
      <translation>Tinte so breit wie sie ist</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Add pen digits</source>
      <translation>Stiftziffern hinzufügen</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Adds 7,494 digits drawn with a pen by 30 people: they look like yours more than MNIST's do.</source>
      <translation>Fügt 7.494 von 30 Menschen mit dem Stift gezeichnete Ziffern hinzu: Sie ähneln eigenen mehr als die von MNIST.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>pen digits added</source>
      <translation>mit Stiftziffern</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>no pen digits</source>
      <translation>keine Stiftziffern</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Warp the pen digits</source>
      <translation>Stiftziffern verformen</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Adds each pen digit in several versions: slanted, turned, bent, by thinner and thicker pens.</source>
      <translation>Fügt jede Stiftziffer in mehreren Fassungen hinzu: geneigt, gedreht, gebogen, mit dünnerem und dickerem Stift.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>pen digits warped</source>
      <translation>Stiftziffern verformt</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>pen digits as they are</source>
      <translation>Stiftziffern wie sie sind</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Add practice digits</source>
      <translation>Übungsziffern hinzufügen</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Adds the 18,000 practice digits that Digitscope draws itself, in shapes that hands differ in.</source>
      <translation>Fügt die 18.000 Übungsziffern hinzu, die Digitscope selbst zeichnet, in Formen, in denen sich Handschriften unterscheiden.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>practice digits added</source>
      <translation>mit Übungsziffern</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>no practice digits</source>
      <translation>keine Übungsziffern</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Warp all images</source>
      <translation>Alle Bilder verformen</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Slants, turns, stretches, shifts, thickens or blurs every image a little, anew at each step.</source>
      <translation>Neigt, dreht, streckt, verschiebt, verdickt oder verwischt jedes Bild ein wenig, bei jedem Schritt neu.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>images warped anew</source>
      <translation>Bilder neu verformt</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>no image warped</source>
      <translation>kein Bild verformt</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>Unwarped at the end</source>
      <translation>Am Ende unverformt</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>The share of the steps, the last ones, that take images as they are: it settles on them.</source>
      <translation>Der Anteil der Schritte, nämlich der letzten, die Bilder nehmen, wie sie sind: darauf stellt sich das Netz zuletzt ein.</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>random, wide</source>
      <translation>zufällig, breit</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>all zero</source>
      <translation>alle null</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>random (Glorot)</source>
      <translation>zufällig (Glorot)</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>random (He)</source>
      <translation>zufällig (He)</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>down to 0 (cosine)</source>
      <translation>bis auf 0 (Kosinus)</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>gradient descent</source>
      <translation>Gradientenabstieg</translation>
    </message>
    <message>
      <location filename="../../assets/settings.json" />
      <source>momentum 0.9</source>
      <translation>Schwung 0,9</translation>
    </message>
    <message>
      <location filename="../../core/about.py" />
      <source>Its first network is that of “Learn TensorFlow Now”, the first post of that series.</source>
      <translation>Sein erstes Netz ist das aus „Learn TensorFlow Now“, dem ersten Beitrag dieser Reihe.</translation>
    </message>
    <message>
      <location filename="../../core/about.py" />
      <source>MNIST by Yann LeCun, Corinna Cortes and Christopher J. C. Burges: CC BY-SA 3.0.</source>
      <translation>MNIST von Yann LeCun, Corinna Cortes und Christopher J. C. Burges: CC BY-SA 3.0.</translation>
    </message>
    <message>
      <location filename="../../core/about.py" />
      <source>Pen-Based Recognition of Handwritten Digits by E. Alpaydin and F. Alimoglu, UCI: CC BY 4.0.</source>
      <translation>Pen-Based Recognition of Handwritten Digits von E. Alpaydin und F. Alimoglu, UCI: CC BY 4.0.</translation>
    </message>
    <message>
      <location filename="../../core/about.py" />
      <source>The weights that come with the app were trained on both, and on practice digits of its own.</source>
      <translation>Die Gewichte der App wurden mit beiden trainiert, und mit eigenen Übungsziffern.</translation>
    </message>
    <message>
      <location filename="../../core/about.py" />
      <source>Watch a small neural network learn to read handwriting.</source>
      <translation>Zusehen, wie ein kleines neuronales Netz Handschrift lesen lernt.</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>(none)</source>
      <translation>(keine)</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>files in {place}</source>
      <translation>Dateien in {place}</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>downloaded</source>
      <translation>heruntergeladen</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Keras' copy, {place}</source>
      <translation>die Kopie von Keras, {place}</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>T-shirt/top</source>
      <translation>T-Shirt/Top</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Trouser</source>
      <translation>Hose</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Pullover</source>
      <translation>Pullover</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Dress</source>
      <translation>Kleid</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Coat</source>
      <translation>Mantel</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Sandal</source>
      <translation>Sandale</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Shirt</source>
      <translation>Hemd</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Sneaker</source>
      <translation>Sneaker</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Bag</source>
      <translation>Tasche</translation>
    </message>
    <message>
      <location filename="../../core/digits/dataset.py" />
      <source>Ankle boot</source>
      <translation>Stiefelette</translation>
    </message>
    <message>
      <location filename="../../core/digits/drawing.py" />
      <source>a stroke is not a list of [x, y] points.</source>
      <translation>ein Strich ist keine Liste von [x, y]-Punkten.</translation>
    </message>
    <message>
      <location filename="../../core/digits/drawing.py" />
      <source>a stroke has a coordinate that is not a number of a sensible size.</source>
      <translation>ein Strich hat eine Koordinate, die keine Zahl sinnvoller Größe ist.</translation>
    </message>
    <message>
      <location filename="../../core/digits/drawing.py" />
      <source>a stroke has a point that is not a finite number.</source>
      <translation>ein Strich hat einen Punkt, der keine endliche Zahl ist.</translation>
    </message>
    <message>
      <location filename="../../core/digits/drawing.py" />
      <source>a stroke has a coordinate beyond {largest:g}.</source>
      <translation>ein Strich hat eine Koordinate jenseits von {largest:g}.</translation>
    </message>
    <message>
      <location filename="../../core/digits/drawing.py" />
      <source>a drawing has more than {most:,} points; a digit needs a few hundred.</source>
      <translation>eine Zeichnung hat mehr als {most:,} Punkte; eine Ziffer braucht einige hundert.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stages.py" />
      <source>the stages {names} are not some of {known}, in that order.</source>
      <translation>die Stufen {names} sind keine Auswahl aus {known}, in dieser Reihenfolge.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stages.py" />
      <source>preparing the images</source>
      <translation>Das Vorbereiten der Bilder</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>{name} is empty: it holds no digit.</source>
      <translation>{name} ist leer: keine Ziffer darin.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>it is not a JSON object with a list of "strokes".</source>
      <translation>es ist kein JSON-Objekt mit einer Liste "strokes".</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>the label {value} is not a digit from 0 to {classes}.</source>
      <translation>das Label {value} ist keine Ziffer von 0 bis {classes}.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>the writer is not a text of at most {longest} characters.</source>
      <translation>writer ist kein Text von höchstens {longest} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>{name} is not text in UTF-8, from line {number} on.</source>
      <translation>{name} ist ab Zeile {number} kein Text in UTF-8.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>its picture is not {pixels} bytes in base64.</source>
      <translation>ihr Bild sind keine {pixels} Byte in Base64.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>it is not JSON.</source>
      <translation>es ist kein JSON.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>{name} has more than {most:,} lines: divide it.</source>
      <translation>{name} hat mehr als {most:,} Zeilen: aufteilen.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>line {number} of {name} is longer than {longest_line:,} characters.</source>
      <translation>Zeile {number} von {name} ist länger als {longest_line:,} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../core/digits/stroke_lines.py" />
      <source>line {number} of {name}: {error}</source>
      <translation>Zeile {number} von {name}: {error}</translation>
    </message>
    <message>
      <location filename="../../core/digits/warps.py" />
      <source>drawing pen digits</source>
      <translation>Stiftziffern werden gezeichnet</translation>
    </message>
    <message>
      <location filename="../../core/digits/warps.py" />
      <source>a drawing has no label, so nothing can be learned from it.</source>
      <translation>eine Zeichnung hat kein Label, also ist nichts von ihr zu lernen.</translation>
    </message>
    <message>
      <location filename="../../core/errors.py" />
      <source>{path} cannot be read: {reason}.</source>
      <translation>{path} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../core/errors.py" />
      <source>{path} needs a package to be read: pip install “digitscope[{extra}]”, or pip install {name}.</source>
      <translation>{path} braucht zum Lesen ein Paket: pip install „digitscope[{extra}]“ oder pip install {name}.</translation>
    </message>
    <message>
      <location filename="../../core/errors.py" />
      <source>{path} does not exist.</source>
      <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../core/errors.py" />
      <source>{path} cannot be written: {reason}.</source>
      <translation>{path} kann nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>Weights (.npz)</source>
      <translation>Gewichte (.npz)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>Keras model (.keras)</source>
      <translation>Keras-Modell (.keras)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>TensorFlow SavedModel (folder)</source>
      <translation>TensorFlow-SavedModel (Ordner)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>TFLite model (.tflite)</source>
      <translation>TFLite-Modell (.tflite)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>TensorBoard events (folder)</source>
      <translation>TensorBoard-Ereignisse (Ordner)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>Curves as a table (.csv)</source>
      <translation>Kurven als Tabelle (.csv)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>Report (.html)</source>
      <translation>Bericht (.html)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>Recipe (.json)</source>
      <translation>Rezept (.json)</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>{kind!r} needs a run; these are weights alone.</source>
      <translation>{kind!r} braucht einen Lauf; das hier sind nur Gewichte.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>these weights are no longer numbers, since the run diverged; take those of an earlier step.</source>
      <translation>diese Gewichte sind keine Zahlen mehr, denn der Lauf ist divergiert; nimm die eines früheren Schritts.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/export.py" />
      <source>there is no export to {kind!r}; there are {kinds}.</source>
      <translation>ein Export als {kind!r} ist nicht vorgesehen; es gibt {kinds}.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>{recipe} · {steps:,} steps on {dataset} · {when}</source>
      <translation>{recipe} · {steps:,} Schritte mit {dataset} · {when}</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>It reads {share:.1f} % of {images:,} images that it has never seen.</source>
      <translation>Es liest {share:.1f} % von {images:,} Bildern richtig, die es nie gesehen hat.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>{training:,} for training, {validation:,} for validation, {test:,} for the test</source>
      <translation>{training:,} zum Trainieren, {validation:,} zum Validieren, {test:,} für den Test</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>It diverged: the cost grew beyond all measure.</source>
      <translation>Der Lauf ist divergiert: Die Kosten sind über alle Maßen gewachsen.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>It has not come to its end: {made:,} of {total:,} steps are made.</source>
      <translation>Der Lauf ist nicht zu Ende: {made:,} von {total:,} Schritten sind gemacht.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>ten pictures, one for each class</source>
      <translation>zehn Bilder, eines für jede Klasse</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>how many images</source>
      <translation>wie viele Bilder</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>{count:,} added to the training images</source>
      <translation>{count:,} zu den Trainingsbildern hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>{count:,} digits of the hand {hand!r}; of these {before} read right before, {after} by networks that had not learned from them</source>
      <translation>{count:,} Ziffern der Handschrift {hand!r}; davon vorher {before} richtig gelesen, {after} von Netzen, die nicht aus ihnen gelernt hatten</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>as fast as it can</source>
      <translation>so schnell es geht</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>added digits</source>
      <translation>weitere Ziffern</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>learned from</source>
      <translation>gelernt aus</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>and</source>
      <translation>und</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>{count:,} more</source>
      <translation>{count:,} weitere</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>on {images:,} images that it does not train on; the dot is the best</source>
      <translation>auf {images:,} Bildern, mit denen nicht trainiert wird; der Punkt ist der beste</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>in colour: other than in the recipe “{title}”</source>
      <translation>farbig: anders als im Rezept „{title}“</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>last cost, nats</source>
      <translation>letzte Kosten, Nat</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>validation</source>
      <translation>Validierung</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>training</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>{share:.1f} % at step {step:,}</source>
      <translation>{share:.1f} % bei Schritt {step:,}</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>after step {step:,}</source>
      <translation>nach Schritt {step:,}</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>Changed on the way</source>
      <translation>Unterwegs geändert</translation>
    </message>
    <message>
      <location filename="../../core/exporting/html_report.py" />
      <source>no number</source>
      <translation>keine Zahl</translation>
    </message>
    <message>
      <location filename="../../core/exporting/keras_file.py" />
      <source>{path} must end in {keras}, or Keras would not know it.</source>
      <translation>{path} muss auf {keras} enden, sonst erkennt Keras die Datei nicht.</translation>
    </message>
    <message>
      <location filename="../../core/exporting/model_card.py" />
      <source>{file} in {path}</source>
      <translation>{file} in {path}</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>a text</source>
      <translation>ein Text</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>a list of texts</source>
      <translation>eine Liste von Texten</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{where} is not JSON: {reason}.</source>
      <translation>{where} ist kein JSON: {reason}.</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{path} has {size:,} bytes; such files have at most {largest:,}.</source>
      <translation>{path} hat {size:,} Bytes; solche Dateien haben höchstens {largest:,}.</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{path} is not a plain file.</source>
      <translation>{path} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{what} in line {line}, column {column}</source>
      <translation>{what} in Zeile {line}, Spalte {column}</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>it is not text in UTF-8</source>
      <translation>es ist kein Text in UTF-8</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>it is nested too deeply</source>
      <translation>es ist zu tief verschachtelt</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{where} is not a JSON object, {{...}}.</source>
      <translation>{where} ist kein JSON-Objekt, {{...}}.</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>a whole number from 0</source>
      <translation>eine ganze Zahl ab 0</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{name!r} in {where}</source>
      <translation>{name!r} in {where}</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{where} lacks {name!r}.</source>
      <translation>{where} fehlt {name!r}.</translation>
    </message>
    <message>
      <location filename="../../core/files/json_fields.py" />
      <source>{where}: {name} is {shown}, not {wanted}.</source>
      <translation>{where}: {name} ist {shown}, nicht {wanted}.</translation>
    </message>
    <message>
      <location filename="../../core/files/packed.py" />
      <source>{path} is damaged or cut short: fetch it again.</source>
      <translation>{path} ist beschädigt oder abgeschnitten: neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/files/whole.py" />
      <source>{path} is a folder; name a file in it.</source>
      <translation>{path} ist ein Ordner; eine Datei darin angeben.</translation>
    </message>
    <message>
      <location filename="../../core/files/whole.py" />
      <source>{path} is there already; name a folder that is new or empty.</source>
      <translation>{path} gibt es schon; einen neuen oder leeren Ordner angeben.</translation>
    </message>
    <message>
      <location filename="../../core/files/whole.py" />
      <source>the disk took only a part</source>
      <translation>der Datenträger hat nur einen Teil angenommen</translation>
    </message>
    <message>
      <location filename="../../core/hands/fine_tuning.py" />
      <source>Your {count} digits: {own_before:.0f} % read right before, {own_after:.0f} % now (each by a network that had not learned from it); test images: {test_before:.1f} % before, {test_after:.1f} % now.</source>
      <translation>Eigene Ziffern ({count}): vorher {own_before:.0f} % richtig gelesen, jetzt {own_after:.0f} % (jede von einem Netz, das nicht von ihr gelernt hat); Testbilder: vorher {test_before:.1f} %, jetzt {test_after:.1f} %.</translation>
    </message>
    <message>
      <location filename="../../core/hands/fine_tuning.py" />
      <source>One digit is too few to say how your hand is read now; test images: {before:.1f} % before, {after:.1f} % now.</source>
      <translation>Eine Ziffer ist zu wenig, um zu sagen, wie Ihre Handschrift nun gelesen wird; Testbilder: vorher {before:.1f} %, jetzt {after:.1f} %.</translation>
    </message>
    <message>
      <location filename="../../core/hands/fine_tuning.py" />
      <source>there are no digits of your own to learn from yet: draw one and say what it was.</source>
      <translation>es gibt noch keine eigenen Ziffern zum Lernen: eine zeichnen und angeben, was sie war.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>{name!r} cannot be a hand's name: Windows takes files of that name for devices.</source>
      <translation>{name!r} kann kein Name einer Handschrift sein: Windows hält Dateien dieses Namens für Geräte.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>{name!r} cannot be a hand's name: use 1 to {longest_name} letters, digits, blanks and - _ .</source>
      <translation>{name!r} kann kein Name einer Handschrift sein: 1 bis {longest_name} Buchstaben, Ziffern, Leerzeichen und - _ . verwenden.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>{label!r} is not a digit from 0 to {classes}.</source>
      <translation>{label!r} ist keine Ziffer von 0 bis {classes}.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>there is a hand {name!r} already; merge it into that.</source>
      <translation>es gibt schon eine Handschrift {name!r}; sie lässt sich mit ihr zusammenführen.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>digit {number} has no strokes: draw it first.</source>
      <translation>Ziffer {number} hat keine Striche: zuerst zeichnen.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>digit {number} has no label: say which digit it was meant to be.</source>
      <translation>Ziffer {number} hat kein Label: angeben, welche Ziffer gemeint war.</translation>
    </message>
    <message>
      <location filename="../../core/hands/hand.py" />
      <source>{path} cannot be removed: {reason}.</source>
      <translation>{path} kann nicht entfernt werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>{path} is not a Keras model (.keras).</source>
      <translation>{path} ist kein Keras-Modell (.keras).</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>{path} holds weights without the model: save it with model.save().</source>
      <translation>{path} enthält Gewichte ohne das Modell: Speichere es mit model.save().</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>{path} cannot be read by Keras: {reason}</source>
      <translation>{path} kann von Keras nicht gelesen werden: {reason}</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>{path} is not a Keras model (.h5).</source>
      <translation>{path} ist kein Keras-Modell (.h5).</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>a model of {count:,} layers ({names})</source>
      <translation>ein Modell mit {count:,} Schichten ({names})</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>no list of layers</source>
      <translation>keine Liste von Schichten</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>a {kind!r} of its own making</source>
      <translation>ein selbst gemachtes {kind!r}</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>the function {name!r}</source>
      <translation>die Funktion {name!r}</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>layers that are not one behind the other</source>
      <translation>Schichten, die nicht hintereinander liegen</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>{path} is too large for a model of digits.</source>
      <translation>{path} ist zu groß für ein Modell für Ziffern.</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>a model without layers</source>
      <translation>ein Modell ohne Schichten</translation>
    </message>
    <message>
      <location filename="../../core/importing/keras_file.py" />
      <source>a model of 1 layer ({names})</source>
      <translation>ein Modell mit 1 Schicht ({names})</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>from 0 to 1</source>
      <translation>von 0 bis 1</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>from 0 to 255</source>
      <translation>von 0 bis 255</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>from -1 to 1</source>
      <translation>von -1 bis 1</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>of mean 0 and deviation 1</source>
      <translation>mit Mittel 0 und Abweichung 1</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>{name} reads only {share} of {count} {title}: its pixels are taken as from 0 to 1.</source>
      <translation>{name} liest nur {share} von {count} {title}: Bildpunkte gelten als von 0 bis 1.</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>{name} takes pixels {words}: so it reads {share} of {count} {title}.</source>
      <translation>{name} erwartet Bildpunkte {words}: So liest es {share} von {count} {title}.</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>{path} holds {what}; {wanted}.</source>
      <translation>{path} enthält {what}; {wanted}.</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>of MNIST's validation images</source>
      <translation>Validierungsbildern von MNIST</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>It reads in whole numbers, as TFLite does; Why and Weights show what they stand for.</source>
      <translation>Es liest in ganzen Zahlen, wie TFLite; Warum und Gewichte zeigen, wofür sie stehen.</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>It is in whole numbers, but read in floats: TFLite may read a few digits otherwise.</source>
      <translation>Es steht in ganzen Zahlen, wird aber in Gleitkommazahlen gelesen: TFLite liest vielleicht ein paar Ziffern anders.</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>It ends in sigmoids: the sums before them are read, and percentages are a softmax's.</source>
      <translation>Es endet in Sigmoiden: Gelesen werden die Summen davor, und die Prozente sind die einer Softmax.</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>practice digits</source>
      <translation>Übungsziffern</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>ink dark on light</source>
      <translation>Tinte dunkel auf hell</translation>
    </message>
    <message>
      <location filename="../../core/importing/models.py" />
      <source>rows and columns exchanged</source>
      <translation>Zeilen und Spalten vertauscht</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>{path} is not an ONNX model (.onnx).</source>
      <translation>{path} ist kein ONNX-Modell (.onnx).</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>a {kind!r}</source>
      <translation>ein {kind!r}</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>arrays that lie in another file</source>
      <translation>Zahlen, die in einer anderen Datei liegen</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>layers whose sizes do not fit</source>
      <translation>Schichten, deren Größen nicht zusammenpassen</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>a {kind!r} with options of its own</source>
      <translation>ein {kind!r} mit eigenen Optionen</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>pooling beyond the rim</source>
      <translation>Pooling über den Rand hinaus</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>squares with unequal sides</source>
      <translation>Quadrate mit ungleichen Seiten</translation>
    </message>
    <message>
      <location filename="../../core/importing/onnx_model.py" />
      <source>something behind the softmax</source>
      <translation>etwas hinter dem Softmax</translation>
    </message>
    <message>
      <location filename="../../core/importing/saved_model.py" />
      <source>{path} cannot be read by TensorFlow.</source>
      <translation>{path} kann von TensorFlow nicht gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../core/importing/stack.py" />
      <source>weights that are not all finite numbers</source>
      <translation>Gewichte, die nicht alle endliche Zahlen sind</translation>
    </message>
    <message>
      <location filename="../../core/importing/stack.py" />
      <source>pooling where there is no picture</source>
      <translation>Pooling, wo kein Bild ist</translation>
    </message>
    <message>
      <location filename="../../core/importing/stack.py" />
      <source>a normalization between pooling and its function</source>
      <translation>eine Normalisierung zwischen Pooling und seiner Funktion</translation>
    </message>
    <message>
      <location filename="../../core/importing/stack.py" />
      <source>a function of pixels</source>
      <translation>eine Funktion der Pixel</translation>
    </message>
    <message>
      <location filename="../../core/importing/stack.py" />
      <source>something else than a dense layer of 10 classes at its end</source>
      <translation>am Ende etwas anderes als eine dichte Schicht mit 10 Klassen</translation>
    </message>
    <message>
      <location filename="../../core/importing/stack.py" />
      <source>{name} cannot be used: {error}</source>
      <translation>{name} kann nicht verwendet werden: {error}</translation>
    </message>
    <message>
      <location filename="../../core/importing/steps.py" />
      <source>only dense layers, convolutions, pooling and their functions, one behind the other, from 28x28 pixels to 10 classes, can be taken in</source>
      <translation>nur dichte Schichten, Faltungen, Pooling und ihre Funktionen, eine hinter der anderen, von 28x28 Pixeln zu 10 Klassen, lassen sich übernehmen</translation>
    </message>
    <message>
      <location filename="../../core/importing/tflite.py" />
      <source>{path} is not a TFLite model (.tflite).</source>
      <translation>{path} ist kein TFLite-Modell (.tflite).</translation>
    </message>
    <message>
      <location filename="../../core/importing/torch_arrays.py" />
      <source>arrays of other layers than dense ones, convolutions and batch normalization</source>
      <translation>Zahlen anderer Schichten als dichter, Faltungen und Batch-Normierung</translation>
    </message>
    <message>
      <location filename="../../core/importing/torch_arrays.py" />
      <source>{path} holds no state dict of PyTorch: save model.state_dict().</source>
      <translation>{path} enthält kein state dict von PyTorch: Speichere model.state_dict().</translation>
    </message>
    <message>
      <location filename="../../core/importing/torch_arrays.py" />
      <source>no dense layer</source>
      <translation>keine dichte Schicht</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>First tour: one layer</source>
      <translation>Erste Tour: eine Schicht</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>Second tour: a hidden layer</source>
      <translation>Zweite Tour: verborgene Schicht</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>Third tour: convolutions</source>
      <translation>Dritte Tour: Faltungen</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>{right} of {count} guesses were right.</source>
      <translation>{right} von {count} Mal richtig geraten.</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>Your guess was: “{guess}”. It is: “{right}”.</source>
      <translation>Geraten: „{guess}“. Richtig: „{right}“.</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>Your guess was right.</source>
      <translation>Richtig geraten.</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>Your answers</source>
      <translation>Ihre Antworten</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>Not answered.</source>
      <translation>Nicht beantwortet.</translation>
    </message>
    <message>
      <location filename="../../core/lessons.py" />
      <source>What came of it was said in another language, and is shown in that one.</source>
      <translation>Was dabei herauskam, wurde in einer anderen Sprache gesagt und wird nur in ihr gezeigt.</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow.py" />
      <source>TensorFlow cannot be loaded ({error}); {remedy}.</source>
      <translation>TensorFlow kann nicht geladen werden ({error}); {remedy}.</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>install it anew with: pip install --force-reinstall tensorflow</source>
      <translation>neu installieren mit: pip install --force-reinstall tensorflow</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>TensorFlow is not installed, so nothing can be trained; install it with: pip install tensorflow.</source>
      <translation>TensorFlow ist nicht installiert, deshalb lässt sich nichts trainieren; installieren mit: pip install tensorflow.</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>TensorFlow {version} is too old, Digitscope needs {oldest} or newer; {remedy}.</source>
      <translation>TensorFlow {version} ist zu alt, Digitscope braucht {oldest} oder neuer; {remedy}.</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>TensorFlow cannot be loaded ({reason}); {remedy}.</source>
      <translation>TensorFlow kann nicht geladen werden ({reason}); {remedy}.</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>it ends the process that loads it, {name}</source>
      <translation>es beendet den Prozess, der es lädt, {name}</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>exit status {status}</source>
      <translation>Exit-Status {status}</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>it takes too long</source>
      <translation>es dauert zu lange</translation>
    </message>
    <message>
      <location filename="../../core/machine/tensorflow_check.py" />
      <source>it ends the process that loads it, {name}; this processor has no AVX, which TensorFlow needs</source>
      <translation>es beendet den Prozess, der es lädt, {name}; diesem Prozessor fehlt AVX, das TensorFlow braucht</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>{count} hidden layers are too many; {most} are possible.</source>
      <translation>{count} verborgene Schichten sind zu viele; möglich sind {most}.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>convolutions come before dense layers: behind one, there is no picture left.</source>
      <translation>Faltungen stehen vor dichten Schichten: hinter einer ist kein Bild mehr übrig.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>a softmax is possible behind dense layers only.</source>
      <translation>Ein Softmax ist nur hinter dichten Schichten möglich.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>these layers are not possible: one of them sees no pixels any more.</source>
      <translation>Diese Schichten sind nicht möglich: Eine davon sieht keine Bildpunkte mehr.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>a network of {count:,} numbers is too large; {most:,} are possible.</source>
      <translation>ein Netz aus {count:,} Zahlen ist zu groß; möglich sind {most:,}.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>a network of {count:,} multiplications an image is too slow; {most:,} are possible.</source>
      <translation>ein Netz mit {count:,} Multiplikationen je Bild ist zu langsam; möglich sind {most:,}.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>there is no layer {text!r}; write “dense 128” or “convolution 16 5x5 step 2”.</source>
      <translation>es gibt keine Schicht {text!r}; schreibe „dense 128“ oder „convolution 16 5x5 step 2“.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>{text!r} is not possible: filters are 1x1 to {side}x{side} pixels, steps 1 to {step}.</source>
      <translation>{text!r} ist nicht möglich: Filter haben 1x1 bis {side}x{side} Pixel, Schrittweiten 1 bis {step}.</translation>
    </message>
    <message>
      <location filename="../../core/model/architecture.py" />
      <source>{text!r} is not possible: it would let nothing through.</source>
      <translation>{text!r} ist nicht möglich: es ließe nichts hindurch.</translation>
    </message>
    <message>
      <location filename="../../core/model/doubt.py" />
      <source>This does not look like a digit</source>
      <translation>Das sieht nicht nach einer Ziffer aus</translation>
    </message>
    <message>
      <location filename="../../core/model/doubt.py" />
      <source>Not sure: {first} or {second}</source>
      <translation>Nicht sicher: {first} oder {second}</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>training images</source>
      <translation>Trainingsbilder</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>validation images</source>
      <translation>Validierungsbilder</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>test images</source>
      <translation>Testbilder</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>{count} training images</source>
      <translation>{count} Trainingsbilder</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>{count} validation images</source>
      <translation>{count} Validierungsbilder</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>{count} test images</source>
      <translation>{count} Testbilder</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>Image {index:,} of the {images}: labelled {label}, read as {verdict}, {sure:.1f} % sure.</source>
      <translation>Bild {index:,} der {images}: Label {label}, gelesen als {verdict}, {sure:.1f} % sicher.</translation>
    </message>
    <message>
      <location filename="../../core/model/scoring.py" />
      <source>{images} of {dataset}</source>
      <translation>{images} von {dataset}</translation>
    </message>
    <message>
      <location filename="../../core/model/weights_file.py" />
      <source>{name} has {key} that are not all finite numbers.</source>
      <translation>{name} hat {key}, die nicht alle endliche Zahlen sind.</translation>
    </message>
    <message>
      <location filename="../../core/model/weights_file.py" />
      <source>{name} has no array {key!r}; weights are {key} {shape}.</source>
      <translation>{name} hat kein Array {key!r}; Gewichte sind {key} {shape}.</translation>
    </message>
    <message>
      <location filename="../../core/model/weights_file.py" />
      <source>{name} has {key} of shape {shape}; this network has {shape_2}.</source>
      <translation>{name} hat {key} der Form {shape}; dieses Netz hat {shape_2}.</translation>
    </message>
    <message>
      <location filename="../../core/model/weights_file.py" />
      <source>{name} is not a file of weights (.npz).</source>
      <translation>{name} ist keine Datei mit Gewichten (.npz).</translation>
    </message>
    <message>
      <location filename="../../core/model/weights_file.py" />
      <source>{name} holds {filename!r} of {file_size:,} bytes; weights are far smaller.</source>
      <translation>{name} enthält {filename!r} mit {file_size:,} Bytes; Gewichte sind viel kleiner.</translation>
    </message>
    <message>
      <location filename="../../core/numbers/picture.py" />
      <source>{name} shows too many parts to be a number: cut it so that it shows the digits.</source>
      <translation>{name} zeigt zu viele Teile für eine Zahl: schneide es so zu, dass es die Ziffern zeigt.</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen</source>
      <translation>null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>twenty thirty forty fifty sixty seventy eighty ninety</source>
      <translation>zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>{tens}-{ones}</source>
      <translation>{ones}und{tens}</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>{count} hundred</source>
      <translation>{count}hundert</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>one hundred</source>
      <translation>einhundert</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>{hundreds} and {rest}</source>
      <translation>{hundreds}{rest}</translation>
    </message>
    <message>
      <location filename="../../core/numbers/spoken.py" />
      <source>{tens}-one</source>
      <translation>einund{tens}</translation>
    </message>
    <message>
      <location filename="../../core/pictures/decoding.py" />
      <source>{name} is damaged or cut short ({error}): save the picture anew.</source>
      <translation>{name} ist beschädigt oder abgeschnitten ({error}): das Bild neu speichern.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/decoding.py" />
      <source>{name} is not a picture that can be read: use PNG or JPEG.</source>
      <translation>{name} ist kein lesbares Bild: PNG oder JPEG verwenden.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/decoding.py" />
      <source>{name} has more than {most} million pixels: make the picture smaller.</source>
      <translation>{name} hat mehr als {most} Millionen Pixel: das Bild verkleinern.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/decoding.py" />
      <source>{name} would take {needed} MB of memory, more than {most}: make it smaller, or save it as RGB JPEG.</source>
      <translation>{name} bräuchte {needed} MB Speicher, mehr als {most}: Verkleinere das Bild oder speichere es als RGB-JPEG.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/decoding.py" />
      <source>{name} is a HEIC photo, which cannot be read on this computer: save it as JPEG, or let the phone take JPEG (on an iPhone: Settings &gt; Camera &gt; Formats &gt; Most Compatible).</source>
      <translation>{name} ist ein HEIC-Foto, das dieser Rechner nicht lesen kann: als JPEG sichern, oder das Telefon JPEG aufnehmen lassen (auf einem iPhone: Einstellungen &gt; Kamera &gt; Formate &gt; Maximale Kompatibilität).</translation>
    </message>
    <message>
      <location filename="../../core/pictures/decoding.py" />
      <source>{name} takes more memory than there is: make the picture smaller.</source>
      <translation>{name} braucht mehr Speicher, als da ist: das Bild verkleinern.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/ink.py" />
      <source>{name} is blank: it shows no digit.</source>
      <translation>{name} ist leer: keine Ziffer zu sehen.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/ink.py" />
      <source>{name} is blank: it shows no digit, only specks.</source>
      <translation>{name} ist leer: keine Ziffer, nur Flecken.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/ink.py" />
      <source>{name} seems to show several digits: cut it so that it shows one.</source>
      <translation>{name} scheint mehrere Ziffern zu zeigen: auf eine zuschneiden.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/ink.py" />
      <source>{name} is blank: nothing in it stands out from the paper.</source>
      <translation>{name} ist leer: Nichts hebt sich vom Papier ab.</translation>
    </message>
    <message>
      <location filename="../../core/pictures/ink.py" />
      <source>{path} is larger than {most} MB: make the picture smaller.</source>
      <translation>{path} ist größer als {most} MB: das Bild verkleinern.</translation>
    </message>
    <message>
      <location filename="../../core/progress.py" />
      <source>{what}: {done:,} of {total:,}</source>
      <translation>{what}: {done:,} von {total:,}</translation>
    </message>
    <message>
      <location filename="../../core/progress.py" />
      <source>{what}: {done:.1f} of {total:.1f} MB</source>
      <translation>{what}: {done:.1f} von {total:.1f} MB</translation>
    </message>
    <message>
      <location filename="../../core/progress.py" />
      <source>{what} was cancelled.</source>
      <translation>{what}: abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/file.py" />
      <source>the recipe</source>
      <translation>das Rezept</translation>
    </message>
    <message>
      <location filename="../../core/recipes/file.py" />
      <source>{where}: there is no setting {name!r}; there are {kinds}.</source>
      <translation>{where}: Eine Einstellung {name!r} gibt es nicht; es gibt {kinds}.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/file.py" />
      <source>{where}: {name} is longer than {longest_name} characters.</source>
      <translation>{where}: {name} ist länger als {longest_name} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/file.py" />
      <source>{where}: {error}</source>
      <translation>{where}: {error}</translation>
    </message>
    <message>
      <location filename="../../core/recipes/file.py" />
      <source>a whole number from {low:,} to {high:,}</source>
      <translation>eine ganze Zahl von {low:,} bis {high:,}</translation>
    </message>
    <message>
      <location filename="../../core/recipes/file.py" />
      <source>a number from {low:,.10g} to {high:,.10g}</source>
      <translation>eine Zahl von {low:,.10g} bis {high:,.10g}</translation>
    </message>
    <message>
      <location filename="../../core/recipes/preparation.py" />
      <source>the recipe {title!r} adds digits to the training images, and none were found; see: digitscope data list.</source>
      <translation>das Rezept {title!r} fügt den Trainingsbildern Ziffern hinzu, und es wurden keine gefunden; siehe: digitscope data list.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/recipe.py" />
      <source>there is no recipe {name!r}; there are {ladder}.</source>
      <translation>ein Rezept {name!r} gibt es nicht; es gibt {ladder}.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/recipe.py" />
      <source>based on {title}</source>
      <translation>nach „{title}“</translation>
    </message>
    <message>
      <location filename="../../core/recipes/recipe.py" />
      <source>{now} instead of {then}</source>
      <translation>{now} statt {then}</translation>
    </message>
    <message>
      <location filename="../../core/recipes/recipe.py" />
      <source>{name} {value!r} is not between {low:,.10g} and {high:,.10g}.</source>
      <translation>{name} {value!r} liegt nicht zwischen {low:,.10g} und {high:,.10g}.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/recipe.py" />
      <source>{name} {value!r} is not one of {allowed}.</source>
      <translation>{name} {value!r} ist keines von {allowed}.</translation>
    </message>
    <message>
      <location filename="../../core/recipes/settings.py" />
      <source>{filters} filters</source>
      <translation>{filters} Filter</translation>
    </message>
    <message>
      <location filename="../../core/recipes/settings.py" />
      <source>{units} units</source>
      <translation>{units} Einheiten</translation>
    </message>
    <message>
      <location filename="../../core/recipes/settings.py" />
      <source>{filters} filters {size} step {step}</source>
      <translation>{filters} Filter {size} Schritt {step}</translation>
    </message>
    <message>
      <location filename="../../core/recipes/settings.py" />
      <source>{filters} filters {size}</source>
      <translation>{filters} Filter {size}</translation>
    </message>
    <message>
      <location filename="../../core/runs/coding.py" />
      <source>{name} was stored by a newer version of Digitscope (format {found}, known is {known}).</source>
      <translation>{name} wurde von einer neueren Version von Digitscope aufgehoben (Format {found}, bekannt ist {known}).</translation>
    </message>
    <message>
      <location filename="../../core/runs/coding.py" />
      <source>{name} was stored by an unknown version of Digitscope (format {found}, known is {known}).</source>
      <translation>{name} wurde von einer unbekannten Version von Digitscope aufgehoben (Format {found}, bekannt ist {known}).</translation>
    </message>
    <message>
      <location filename="../../core/runs/coding.py" />
      <source>{count} classes are named, not {classes}.</source>
      <translation>{count} Klassen sind benannt, nicht {classes}.</translation>
    </message>
    <message>
      <location filename="../../core/runs/coding.py" />
      <source>the recipe in {path}</source>
      <translation>das Rezept in {path}</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>{second} differs from {first}: {differences}.</source>
      <translation>{second} unterscheidet sich von {first}: {differences}.</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>“{title}”</source>
      <translation>„{title}“</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>{recipe}, from step {step:,}</source>
      <translation>{recipe}, ab Schritt {step:,}</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>{recipe}, from other weights</source>
      <translation>{recipe}, von anderen Gewichten aus</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>{second} has the same settings, data and seed as {first}.</source>
      <translation>{second} hat dieselben Einstellungen und Daten und denselben Seed wie {first}.</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>the same settings, data and seed</source>
      <translation>dieselben Einstellungen und Daten und derselbe Seed</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>those of step {step:,} of {run_id}</source>
      <translation>die von Schritt {step:,} von {run_id}</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>others than the recipe's</source>
      <translation>andere als die des Rezepts</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>data {now} instead of {then}</source>
      <translation>Daten {now} statt {then}</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>learned {digits:,} digits of the hand {hand!r}</source>
      <translation>lernte {digits:,} Ziffern der Handschrift {hand!r}</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>continues {run_id} from step {step:,}</source>
      <translation>setzt {run_id} ab Schritt {step:,} fort</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>data another {then}</source>
      <translation>andere Daten: {then}</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>start weights of its own</source>
      <translation>eigene Startgewichte</translation>
    </message>
    <message>
      <location filename="../../core/runs/facts.py" />
      <source>start weights of the recipe</source>
      <translation>Startgewichte des Rezepts</translation>
    </message>
    <message>
      <location filename="../../core/runs/files.py" />
      <source>{run_id!r} is not the name of a stored run; see: digitscope runs list.</source>
      <translation>{run_id!r} ist nicht der Name eines aufgehobenen Laufs; siehe: digitscope runs list.</translation>
    </message>
    <message>
      <location filename="../../core/runs/files.py" />
      <source>{path} is an array of {kind} of shape {shape}, not what a run stores.</source>
      <translation>{path} ist ein Array aus {kind} der Form {shape}, nicht was ein Lauf aufhebt.</translation>
    </message>
    <message>
      <location filename="../../core/runs/files.py" />
      <source>{path} has {size:,} bytes; a run stores at most {largest_array:,}.</source>
      <translation>{path} hat {size:,} Bytes; ein Lauf hebt höchstens {largest_array:,} auf.</translation>
    </message>
    <message>
      <location filename="../../core/runs/files.py" />
      <source>{path} is not an array of numbers (.npy).</source>
      <translation>{path} ist kein Array von Zahlen (.npy).</translation>
    </message>
    <message>
      <location filename="../../core/runs/files.py" />
      <source>{path} was cleared away</source>
      <translation>{path} wurde weggeräumt</translation>
    </message>
    <message>
      <location filename="../../core/runs/record.py" />
      <source>{name} is not a stored run: it has no {run}.</source>
      <translation>{name} ist kein aufgehobener Lauf: {run} fehlt.</translation>
    </message>
    <message>
      <location filename="../../core/runs/record.py" />
      <source>{name} is not a stored run: its {run} is of {run_id!r}.</source>
      <translation>{name} ist kein aufgehobener Lauf: {run} darin gehört zu {run_id!r}.</translation>
    </message>
    <message>
      <location filename="../../core/runs/record.py" />
      <source>the weights at step {step:,} of {run_id} are no longer stored.</source>
      <translation>die Gewichte von Schritt {step:,} von {run_id} sind nicht mehr aufgehoben.</translation>
    </message>
    <message>
      <location filename="../../core/runs/repeat.py" />
      <source>this run learned from the hand {hand!r}; let its digits be learned anew, in My digits.</source>
      <translation>dieser Lauf lernte aus der Handschrift {hand!r}; lassen Sie ihre Ziffern unter „Meine Ziffern“ neu lernen.</translation>
    </message>
    <message>
      <location filename="../../core/runs/repeat.py" />
      <source>this run was made with other images ({title}, SHA-256 {checksum}) than those at hand ({title_2}, {checksum_2}); open those it was made with.</source>
      <translation>dieser Lauf entstand mit anderen Bildern ({title}, SHA-256 {checksum}) als den vorliegenden ({title_2}, {checksum_2}); die ursprünglichen öffnen.</translation>
    </message>
    <message>
      <location filename="../../core/runs/repeat.py" />
      <source>this run was made with {pen_digits:,} added pen or practice digits that are not quite the {pen_digits_2:,} at hand; they have changed since, so it cannot be repeated.</source>
      <translation>dieser Lauf entstand mit {pen_digits:,} zusätzlichen Stift- oder Übungsziffern, die nicht ganz den {pen_digits_2:,} vorliegenden gleichen; sie haben sich seither geändert, also kann er nicht wiederholt werden.</translation>
    </message>
    <message>
      <location filename="../../core/runs/space.py" />
      <source>{runs:,} old runs gave up their snapshots</source>
      <translation>{runs:,} alte Läufe gaben ihre Momentaufnahmen ab</translation>
    </message>
    <message>
      <location filename="../../core/runs/space.py" />
      <source>{runs:,} old runs were removed</source>
      <translation>{runs:,} alte Läufe wurden entfernt</translation>
    </message>
    <message>
      <location filename="../../core/runs/space.py" />
      <source>1 old run gave up its snapshots</source>
      <translation>1 alter Lauf gab seine Momentaufnahmen ab</translation>
    </message>
    <message>
      <location filename="../../core/runs/space.py" />
      <source>1 old run was removed</source>
      <translation>1 alter Lauf wurde entfernt</translation>
    </message>
    <message>
      <location filename="../../core/runs/space.py" />
      <source>{what} to stay within {limit:,.3g} GB; a star keeps a run as it is.</source>
      <translation>{what}, um innerhalb von {limit:,.3g} GB zu bleiben; ein Stern bewahrt einen Lauf, wie er ist.</translation>
    </message>
    <message>
      <location filename="../../core/runs/store.py" />
      <source>there is no stored run {wanted!r}; see: digitscope runs list.</source>
      <translation>einen aufgehobenen Lauf {wanted!r} gibt es nicht; siehe: digitscope runs list.</translation>
    </message>
    <message>
      <location filename="../../core/runs/store.py" />
      <source>there is no stored run {run_id!r}; see: digitscope runs list.</source>
      <translation>einen aufgehobenen Lauf {run_id!r} gibt es nicht; siehe: digitscope runs list.</translation>
    </message>
    <message>
      <location filename="../../core/runs/store.py" />
      <source>{wanted!r} may be {fits} runs, such as {run_id} and {run_id_2}.</source>
      <translation>{wanted!r} passt auf {fits} Läufe, etwa {run_id} und {run_id_2}.</translation>
    </message>
    <message>
      <location filename="../../core/runs/store.py" />
      <source>the run {run_id} is still training; end it before you delete it.</source>
      <translation>der Lauf {run_id} trainiert noch; erst beenden, dann löschen.</translation>
    </message>
    <message>
      <location filename="../../core/runs/store.py" />
      <source>{source} cannot be moved: {reason}.</source>
      <translation>{source} kann nicht verschoben werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../core/runs/writer.py" />
      <source>This run cannot be stored for now ({reason}); it goes on, and what was stored before stays good.</source>
      <translation>Dieser Lauf kann vorerst nicht aufgehoben werden ({reason}); er geht weiter, und was bisher aufgehoben wurde, bleibt gültig.</translation>
    </message>
    <message>
      <location filename="../../core/sources/array_files.py" />
      <source>{path} is not a file of arrays ({suffix}).</source>
      <translation>{path} ist keine Datei mit Feldern ({suffix}).</translation>
    </message>
    <message>
      <location filename="../../core/sources/array_files.py" />
      <source>{path} is of MATLAB's version 7.3: save it with -v7.</source>
      <translation>{path} stammt von MATLAB 7.3: mit -v7 speichern.</translation>
    </message>
    <message>
      <location filename="../../core/sources/array_files.py" />
      <source>{path} holds no images and labels to learn from.</source>
      <translation>{path} enthält keine Bilder und Labels, von denen gelernt werden kann.</translation>
    </message>
    <message>
      <location filename="../../core/sources/array_files.py" />
      <source>{path} is too large for a data set of 28x28 images.</source>
      <translation>{path} ist zu groß für einen Datensatz aus 28x28-Bildern.</translation>
    </message>
    <message>
      <location filename="../../core/sources/array_files.py" />
      <source>{path} holds more than one data set ({names}): open one.</source>
      <translation>{path} enthält mehr als einen Datensatz ({names}): öffne einen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/arrays.py" />
      <source>{name} holds no numbers of images and labels.</source>
      <translation>{name} enthält keine Zahlen von Bildern und Labels.</translation>
    </message>
    <message>
      <location filename="../../core/sources/arrays.py" />
      <source>{name} holds arrays of shape {shape}; images are 28x28, 16x16 or 8x8.</source>
      <translation>{name} enthält Arrays der Form {shape}; Bilder haben 28x28, 16x16 oder 8x8.</translation>
    </message>
    <message>
      <location filename="../../core/sources/arrays.py" />
      <source>{name}: {images:,} images and {labels:,} labels do not go together.</source>
      <translation>{name}: {images:,} Bilder und {labels:,} Labels gehören nicht zusammen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/arrays.py" />
      <source>{name} holds values that are no finite numbers.</source>
      <translation>{name} enthält Werte, die keine endlichen Zahlen sind.</translation>
    </message>
    <message>
      <location filename="../../core/sources/arrays.py" />
      <source>{name} holds values up to {high:g}; pixels are 0 to 255.</source>
      <translation>{name} enthält Werte bis {high:g}; Pixel sind 0 bis 255.</translation>
    </message>
    <message>
      <location filename="../../core/sources/arrays.py" />
      <source>{name} has labels that are no whole numbers from 0 on.</source>
      <translation>{name} hat Labels, die keine ganzen Zahlen ab 0 sind.</translation>
    </message>
    <message>
      <location filename="../../core/sources/class_folders.py" />
      <source>{path} holds {count} classes; Digitscope learns ten.</source>
      <translation>{path} enthält {count} Klassen; Digitscope lernt zehn.</translation>
    </message>
    <message>
      <location filename="../../core/sources/class_folders.py" />
      <source>{path} holds no picture that can be read.</source>
      <translation>{path} enthält kein Bild, das gelesen werden kann.</translation>
    </message>
    <message>
      <location filename="../../core/sources/class_folders.py" />
      <source>{path} holds more than {most:,} pictures.</source>
      <translation>{path} enthält mehr als {most:,} Bilder.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>{path} cannot be read: write one class name a line, as plain text.</source>
      <translation>{path} kann nicht gelesen werden: einen Klassennamen je Zeile angeben, als einfachen Text.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>{count:,} images come twice, or in the test too; they are learned from once or never.</source>
      <translation>{count:,} Bilder kommen zweimal oder auch im Test vor; aus ihnen wird einmal oder nie gelernt.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>The images are dark on light; ink and paper are swapped, as MNIST has them.</source>
      <translation>Die Bilder sind dunkel auf hell; Tinte und Papier sind vertauscht, wie MNIST sie hat.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>The images lie on their sides or mirrored, as EMNIST's do; they are turned upright.</source>
      <translation>Die Bilder liegen auf der Seite oder gespiegelt, wie die von EMNIST; sie werden aufgerichtet.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>{title} holds too few images to divide into training, validation and test.</source>
      <translation>{title} enthält zu wenige Bilder, um sie in Training, Validierung und Test zu teilen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>Of {count} classes those of the labels {low} to {high} are used.</source>
      <translation>Von {count} Klassen werden die mit den Labels {low} bis {high} benutzt.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>Only {count} images judge what was learned: an accuracy says little.</source>
      <translation>Nur {count} Bilder beurteilen das Gelernte: Eine Genauigkeit sagt wenig.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>The labels are one beside the digits that the images show; they are put right.</source>
      <translation>Die Labels liegen um eins neben den Ziffern der Bilder; sie werden berichtigt.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>The images lay in the order of their classes; they are shuffled.</source>
      <translation>Die Bilder lagen in der Reihenfolge ihrer Klassen; sie sind gemischt.</translation>
    </message>
    <message>
      <location filename="../../core/sources/division.py" />
      <source>Only {count} of the ten classes occur; the others are never read.</source>
      <translation>Nur {count} der zehn Klassen kommen vor; die übrigen werden nie gelesen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/downloads.py" />
      <source>downloading {title}</source>
      <translation>{title} wird heruntergeladen</translation>
    </message>
    <message>
      <location filename="../../core/sources/downloads.py" />
      <source>{folder} cannot be written to: {reason}; make room there or set DIGITSCOPE_HOME.</source>
      <translation>{folder} ist nicht beschreibbar: {reason}; dort Platz schaffen oder DIGITSCOPE_HOME setzen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/downloads.py" />
      <source>{title} could not be downloaded: check the network, choose a folder that holds the files, or use practice digits ({reasons}).</source>
      <translation>{title}: Download nicht möglich. Das Netzwerk prüfen, einen Ordner mit den Dateien wählen oder Übungsziffern benutzen ({reasons}).</translation>
    </message>
    <message>
      <location filename="../../core/sources/downloads.py" />
      <source>sent a damaged file</source>
      <translation>hat eine beschädigte Datei geschickt</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>failed ({name})</source>
      <translation>ist gescheitert ({name})</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>answered {code}</source>
      <translation>hat mit {code} geantwortet</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>has a certificate that this machine does not trust</source>
      <translation>hat ein Zertifikat, dem dieser Rechner nicht vertraut</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>is not let through by the proxy</source>
      <translation>wird vom Proxy nicht durchgelassen</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>did not answer in time</source>
      <translation>hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>broke off in the middle</source>
      <translation>hat mittendrin abgebrochen</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>could not be reached</source>
      <translation>war nicht erreichbar</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>leads to an address without https</source>
      <translation>führt zu einer Adresse ohne https</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>sent more than the file is long</source>
      <translation>hat mehr geschickt, als die Datei lang ist</translation>
    </message>
    <message>
      <location filename="../../core/sources/fetching.py" />
      <source>could not be asked ({error})</source>
      <translation>konnte nicht gefragt werden ({error})</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>{path} holds no data set; these forms can be read: {forms}.</source>
      <translation>{path} enthält keinen Datensatz; gelesen werden können: {forms}.</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>IDX files, as MNIST's</source>
      <translation>IDX-Dateien wie die von MNIST</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>arrays of numpy, pickles of them, MATLAB's (.npz, .npy, .pkl, .mat)</source>
      <translation>Felder von numpy, Pickles davon, MATLABs (.npz, .npy, .pkl, .mat)</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>tables (.csv, .txt, libsvm's)</source>
      <translation>Tabellen (.csv, .txt, die von libsvm)</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>tables of pictures (.parquet)</source>
      <translation>Tabellen von Bildern (.parquet)</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>a folder of pictures for each class</source>
      <translation>ein Ordner mit Bildern für jede Klasse</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>{path} is packed: unpack it, and open the folder that it becomes.</source>
      <translation>{path} ist gepackt: Entpacke es und öffne den Ordner, der daraus wird.</translation>
    </message>
    <message>
      <location filename="../../core/sources/forms.py" />
      <source>{path} has no column of labels, so nothing can be learned from it.</source>
      <translation>{path} hat keine Spalte mit Labels; so kann nichts davon gelernt werden.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>images</source>
      <translation>Bildern</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{images} has no labels: {stem} or {stem}.gz is missing beside it.</source>
      <translation>{images} hat keine Labels: {stem} oder {stem}.gz fehlt daneben.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} promises {count:,} entries, none or more than the file can hold: fetch it again.</source>
      <translation>{path} verspricht {count:,} Einträge, keinen oder mehr, als die Datei fassen kann: neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} is cut short: it promises {count:,} entries and holds {filled:,}: fetch it again.</source>
      <translation>{path} ist abgeschnitten: Sie verspricht {count:,} Einträge und enthält {filled:,}; neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} is empty.</source>
      <translation>{path} ist leer.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} only says where Git LFS has the file: run git lfs pull.</source>
      <translation>{path} sagt nur, wo Git LFS die Datei hat: git lfs pull ausführen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} is a web page, as of a failed download: fetch it again.</source>
      <translation>{path} ist eine Webseite, wie nach einem misslungenen Herunterladen: neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} is not an IDX file of {kind}: it begins with {found}.</source>
      <translation>{path} ist keine IDX-Datei mit {kind}: Sie beginnt mit {found}.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} is cut short: fetch it again.</source>
      <translation>{path} ist abgeschnitten: neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} holds images of {shape} pixels; Digitscope reads {side}x{side}, 16x16 and 8x8.</source>
      <translation>{path} enthält Bilder mit {shape} Pixeln; Digitscope liest {side}x{side}, 16x16 und 8x8.</translation>
    </message>
    <message>
      <location filename="../../core/sources/idx.py" />
      <source>{path} holds more than the {count:,} entries that it promises.</source>
      <translation>{path} enthält mehr als die {count:,} Einträge, die sie verspricht.</translation>
    </message>
    <message>
      <location filename="../../core/sources/mnist.py" />
      <source>{folder} is missing or damaged: fetch MNIST's four files again.</source>
      <translation>{folder} fehlt oder ist beschädigt: die vier Dateien von MNIST neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/parquet.py" />
      <source>{path} is not a Parquet file.</source>
      <translation>{path} ist keine Parquet-Datei.</translation>
    </message>
    <message>
      <location filename="../../core/sources/pen_search.py" />
      <source>there are no pen digits on this machine: allow the download, or put {name} into {cache}.</source>
      <translation>auf diesem Rechner gibt es keine Stiftziffern: den Download erlauben oder {name} nach {cache} legen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/pen_search.py" />
      <source>{path} is not UCI's pendigits-orig.tra, or is damaged: fetch it again.</source>
      <translation>{path} ist nicht UCIs pendigits-orig.tra oder ist beschädigt: neu holen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/pen_search.py" />
      <source>the pen digits</source>
      <translation>Stiftziffern</translation>
    </message>
    <message>
      <location filename="../../core/sources/practice.py" />
      <source>drawing practice digits</source>
      <translation>Übungsziffern werden gezeichnet</translation>
    </message>
    <message>
      <location filename="../../core/sources/practice.py" />
      <source>drawn by Digitscope itself, not written by people</source>
      <translation>von Digitscope selbst gezeichnet, nicht von Menschen geschrieben</translation>
    </message>
    <message>
      <location filename="../../core/sources/tables.py" />
      <source>{path} is not a table of numbers.</source>
      <translation>{path} ist keine Tabelle mit Zahlen.</translation>
    </message>
    <message>
      <location filename="../../core/sources/tables.py" />
      <source>{path} has rows of different lengths, or too many.</source>
      <translation>{path} hat Zeilen verschiedener Länge, oder zu viele.</translation>
    </message>
    <message>
      <location filename="../../core/sources/unipen.py" />
      <source>line {number} of the pen digits is not UNIPEN text: {line!r}.</source>
      <translation>Zeile {number} der Stiftziffern ist kein UNIPEN-Text: {line!r}.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>Best so far at step {step:,}.</source>
      <translation>Bisher am besten bei Schritt {step:,}.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>The run diverged: from step {first:,} on the cost is no longer a number; take a lower learning rate.</source>
      <translation>Der Lauf ist divergiert: Ab Schritt {first:,} sind die Kosten keine Zahl mehr; eine kleinere Lernrate wählen.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>{points} per {steps:,} steps</source>
      <translation>{points} je {steps:,} Schritte</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>{done:,} steps were not enough: accuracy was still rising {rise}.</source>
      <translation>{done:,} Schritte reichten nicht: Die Genauigkeit stieg noch um {rise}.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>{done:,} steps were enough: the last {last:,.0f} {gained}, so more would help little at this rate.</source>
      <translation>{done:,} Schritte reichten: Die letzten {last:,.0f} {gained}, mehr würden bei dieser Rate kaum helfen.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>The run was too short to say whether more steps would help.</source>
      <translation>Der Lauf war zu kurz, um zu sagen, ob mehr Schritte helfen würden.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>Accuracy was best at step {step:,} ({share:.1f} %) and fell after it: stop there, or take a lower learning rate.</source>
      <translation>Am besten bei Schritt {step:,} ({share:.1f} %), dann schlechter: dort aufhören oder kleinere Lernrate wählen.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>Accuracy jumps by about {by} from check to check: a lower learning rate would settle it.</source>
      <translation>Die Genauigkeit springt um etwa {by} von Messung zu Messung: Eine kleinere Lernrate würde sie beruhigen.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>{done:,} steps taught it nothing: it reads {share:.0f} % of the images right, as guessing would.</source>
      <translation>{done:,} Schritte haben ihm nichts beigebracht: Es liest {share:.0f} % der Bilder richtig, so viel wie beim Raten.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>Best at step {step:,}, no better for {since:,} steps.</source>
      <translation>Am besten bei Schritt {step:,}, seit {since:,} Schritten nicht besser.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>The run diverged: its cost grew beyond all measure; take a lower learning rate.</source>
      <translation>Der Lauf ist divergiert: Die Kosten sind über alle Maßen gewachsen; eine kleinere Lernrate wählen.</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>brought next to nothing</source>
      <translation>brachten fast nichts</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>gained {points}</source>
      <translation>brachten {points}</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>1 point</source>
      <translation>1 Punkt</translation>
    </message>
    <message>
      <location filename="../../core/training/stopping.py" />
      <source>{points:g} points</source>
      <translation>{points:g} Punkte</translation>
    </message>
    <message>
      <location filename="../../core/training/trainer.py" />
      <source>these weights are of a network of {found}, the recipe trains {wanted}.</source>
      <translation>das Netz dieser Gewichte ist: {found}; das Rezept trainiert: {wanted}.</translation>
    </message>
    <message>
      <location filename="../../gui/app.py" />
      <source>{message}; see: digitscope --help.</source>
      <translation>{message}; siehe: digitscope --help.</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_bars.py" />
      <source>reads {names}, {probabilities:.0f} percent</source>
      <translation>liest {names}, {probabilities:.0f} Prozent</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_bars.py" />
      <source>nothing to read</source>
      <translation>nichts zu lesen</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_canvas.py" />
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_canvas.py" />
      <source>1 stroke</source>
      <translation>1 Strich</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_canvas.py" />
      <source>{strokes} strokes</source>
      <translation>{strokes} Striche</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_row.py" />
      <source>reads {digits}; digit {at} of {count} is looked at</source>
      <translation>liest {digits}; Ziffer {at} von {count} wird betrachtet</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/digit_row.py" />
      <source>{first} or {second}</source>
      <translation>{first} oder {second}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/ink_surface.py" />
      <source>Draw a digit here</source>
      <translation>Hier eine Ziffer zeichnen</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/ink_surface.py" />
      <source>Write a number here</source>
      <translation>Eine Zahl hierher schreiben</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/ink_surface.py" />
      <source>Open drawing</source>
      <translation>Zeichnung öffnen</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/ink_surface.py" />
      <source>Draw stroke</source>
      <translation>Strich zeichnen</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/ink_surface.py" />
      <source>Erase stroke</source>
      <translation>Strich entfernen</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/key_pen.py" />
      <source>Pen up, column {column}, row {row}</source>
      <translation>Stift oben, Spalte {column}, Zeile {row}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/key_pen.py" />
      <source>Pen down, column {column}, row {row}</source>
      <translation>Stift unten, Spalte {column}, Zeile {row}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/preview.py" />
      <source>{inked} of {side} pixels are more ink than paper</source>
      <translation>{inked} von {side} Pixeln sind mehr Tinte als Papier</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/preview.py" />
      <source>What it sees</source>
      <translation>Was es sieht</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/preview.py" />
      <source>Picture after stage {title}</source>
      <translation>Bild nach der Stufe {title}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/preview.py" />
      <source>Switch it off to see what that costs.</source>
      <translation>Ausschalten, um zu sehen, was das kostet.</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/preview.py" />
      <source>the canvas shrunk</source>
      <translation>die verkleinerte Zeichnung</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/teach_row.py" />
      <source>Draw an {digit}</source>
      <translation>Eine {digit}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/teach_row.py" />
      <source>Draw a {digit}</source>
      <translation>Eine {digit}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/teach_row.py" />
      <source>It was a</source>
      <translation>Es war</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/teach_row.py" />
      <source>{number} of {total}</source>
      <translation>{number}/{total}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>The app's weights</source>
      <translation>App-Gewichte</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>One layer</source>
      <translation>Eine Schicht</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>This run</source>
      <translation>Dieser Lauf</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>{percent:.0f} % sure</source>
      <translation>{percent:.0f} % sicher</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>It reads an {name}</source>
      <translation>Es liest eine {name}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>It reads a {name}</source>
      <translation>Es liest eine {name}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>It reads {name}</source>
      <translation>Es liest {name}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>over 99 % sure</source>
      <translation>über 99 % sicher</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>but then right {count} times in 100</source>
      <translation>dann aber {count} von 100 Mal richtig</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>read by: {read_by}</source>
      <translation>liest: {read_by}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>It may read {name}</source>
      <translation>Es liest vielleicht {name}</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>Nothing drawn yet</source>
      <translation>Noch nichts gezeichnet</translation>
    </message>
    <message>
      <location filename="../../gui/canvas/verdict.py" />
      <source>No verdict</source>
      <translation>Kein Urteil</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>Opened: the next run learns from it; this one goes on with what it began with.</source>
      <translation>Geöffnet: Der nächste Lauf lernt daraus; dieser geht mit dem weiter, womit er begann.</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>Open the folder of a data set</source>
      <translation>Ordner eines Datensatzes öffnen</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>Opened {folder}.</source>
      <translation>{folder} geöffnet.</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>Cancelled. Open a folder of IDX files, or use practice digits (File menu).</source>
      <translation>Abgebrochen. Einen Ordner mit IDX-Dateien öffnen oder Übungsziffern verwenden (Menü Datei).</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>Cancelled.</source>
      <translation>Abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>Use it as it is</source>
      <translation>So lassen, wie sie sind</translation>
    </message>
    <message>
      <location filename="../../gui/data/data_controller.py" />
      <source>The data set is used as it is.</source>
      <translation>Die Daten werden genommen, wie sie sind.</translation>
    </message>
    <message>
      <location filename="../../gui/frame/drawing_side.py" />
      <source>The weights are no longer numbers</source>
      <translation>Die Gewichte sind keine Zahlen mehr</translation>
    </message>
    <message>
      <location filename="../../gui/frame/drawing_side.py" />
      <source>Labelled {label}, read as {verdict}</source>
      <translation>Label {label}, gelesen als {verdict}</translation>
    </message>
    <message>
      <location filename="../../gui/frame/drawing_side.py" />
      <source>Draw a digit</source>
      <translation>Eine Ziffer zeichnen</translation>
    </message>
    <message>
      <location filename="../../gui/frame/drawing_side.py" />
      <source>This run knows no digits, but: {names}</source>
      <translation>Dieser Lauf kennt keine Ziffern, sondern: {names}</translation>
    </message>
    <message>
      <location filename="../../gui/frame/drawing_side.py" />
      <source>This does not look like a number</source>
      <translation>Das sieht nicht nach einer Zahl aus</translation>
    </message>
    <message>
      <location filename="../../gui/frame/menus.py" />
      <source>Open recent data</source>
      <translation>Zuletzt geöffnete Daten</translation>
    </message>
    <message>
      <location filename="../../gui/frame/settings_dock.py" />
      <source>Settings of the next run</source>
      <translation>Einstellungen des nächsten Laufs</translation>
    </message>
    <message>
      <location filename="../../gui/frame/settings_dock.py" />
      <source>Changed by hand, based on it: {changes}.</source>
      <translation>Von Hand geändert, auf dieser Grundlage: {changes}.</translation>
    </message>
    <message>
      <location filename="../../gui/frame/settings_dock.py" />
      <source>Settings take effect with the next Train.</source>
      <translation>Einstellungen gelten ab dem nächsten „Trainieren“.</translation>
    </message>
    <message>
      <location filename="../../gui/frame/status_line.py" />
      <source>No training data yet: Train downloads MNIST (12 MB)</source>
      <translation>Noch keine Trainingsdaten: „Trainieren“ lädt MNIST herunter (12 MB)</translation>
    </message>
    <message>
      <location filename="../../gui/frame/status_line.py" />
      <source>train</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="../../gui/frame/status_line.py" />
      <source>No training data yet: open a folder (File menu)</source>
      <translation>Noch keine Trainingsdaten: einen Ordner öffnen (Menü Datei)</translation>
    </message>
    <message>
      <location filename="../../gui/frame/status_line.py" />
      <source>1 step/s</source>
      <translation>1 Schritt/s</translation>
    </message>
    <message>
      <location filename="../../gui/frame/status_line.py" />
      <source>{step:,.0f} steps/s</source>
      <translation>{step:,.0f} Schritte/s</translation>
    </message>
    <message>
      <location filename="../../gui/frame/toolbar.py" />
      <source>{pace:,.0f} steps/s</source>
      <translation>{pace:,.0f} Schritte/s</translation>
    </message>
    <message>
      <location filename="../../gui/frame/toolbar.py" />
      <source>Rate</source>
      <translation>Rate</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>This does not look like a digit. Say once more that it is a {label}, and it is stored.</source>
      <translation>Das sieht nicht nach einer Ziffer aus. Noch einmal {label} wählen, dann wird es behalten.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>Stored as an {label}: {digits} in the hand {hand!r}.</source>
      <translation>Als {label} behalten: {digits} in der Handschrift {hand!r}.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>Stored as a {label}: {digits} in the hand {hand!r}.</source>
      <translation>Als {label} behalten: {digits} in der Handschrift {hand!r}.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>Thank you: {total} digits are stored in the hand {hand!r}.</source>
      <translation>Danke: {total} Ziffern sind in der Handschrift {hand!r} aufgehoben.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>This drawing is stored already, labelled {label}.</source>
      <translation>Diese Zeichnung ist schon gespeichert, als {label}.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>Deleted; Undo in My digits brings it back.</source>
      <translation>Gelöscht; „Rückgängig“ unter „Ziffern“ holt sie zurück.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_controller.py" />
      <source>The stored drawing is labelled {label} now, not {before}.</source>
      <translation>Die gespeicherte Zeichnung gilt jetzt als {label}, nicht als {before}.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Strokes (*.jsonl *.jsonl.gz)</source>
      <translation>Striche (*.jsonl *.jsonl.gz)</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Add the digits of {hand!r} to which hand? It is then gone.</source>
      <translation>Zu welcher Handschrift sollen die Ziffern von {hand!r} kommen? Diese gibt es danach nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Remove the hand {hand!r} with its {digits} for good?</source>
      <translation>Die Handschrift {hand!r} ({digits}) endgültig entfernen?</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>New hand</source>
      <translation>Neue Handschrift</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Rename the hand</source>
      <translation>Handschrift umbenennen</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Whose digits are they?</source>
      <translation>Wessen Ziffern sind es?</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Merge the hand</source>
      <translation>Handschriften zusammenführen</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Remove the hand</source>
      <translation>Handschrift entfernen</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Import digits</source>
      <translation>Ziffern importieren</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Export digits</source>
      <translation>Ziffern exportieren</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Imported {digits} into the hand {hand!r}.</source>
      <translation>{digits} in die Handschrift {hand!r} importiert.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>There is no other hand to merge it into.</source>
      <translation>Es gibt keine andere Handschrift, zu der sie kommen könnte.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/hand_shelf.py" />
      <source>Exported {digits} to {file}.</source>
      <translation>{digits} nach {file} exportiert.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/learning_controller.py" />
      <source>weights that learn your handwriting, step {step} of {total}</source>
      <translation>Gewichte lernen, Schritt {step} von {total}</translation>
    </message>
    <message>
      <location filename="../../gui/hands/learning_controller.py" />
      <source>App's weights</source>
      <translation>Gewichte der App</translation>
    </message>
    <message>
      <location filename="../../gui/hands/learning_controller.py" />
      <source>There is nothing to learn from yet: draw a digit and say which one it was.</source>
      <translation>Noch nichts zum Lernen da: eine Ziffer zeichnen und angeben, welche es war.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/learning_controller.py" />
      <source>Learned. Reading each of your digits by a network that had not learned from it ...</source>
      <translation>Gelernt. Jede eigene Ziffer wird von einem Netz gelesen, das nicht von ihr gelernt hat ...</translation>
    </message>
    <message>
      <location filename="../../gui/hands/learning_controller.py" />
      <source>Learning mixes your digits with a data set: press Train once, or open one.</source>
      <translation>Zum Lernen werden eigene Ziffern mit einem Datensatz gemischt: einmal trainieren oder einen öffnen.</translation>
    </message>
    <message>
      <location filename="../../gui/hands/learning_controller.py" />
      <source>Learning from {digits:,} digits ...</source>
      <translation>Lernt von {digits:,} Ziffern ...</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/run_requirements.py" />
      <source>finding the training data</source>
      <translation>die Trainingsdaten werden gesucht</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/run_requirements.py" />
      <source>Training starts as soon as the training data is ready.</source>
      <translation>Das Training beginnt, sobald die Trainingsdaten bereit sind.</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/run_requirements.py" />
      <source>drawing the digits that its recipe adds</source>
      <translation>die Ziffern werden gezeichnet, die sein Rezept hinzufügt</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/run_requirements.py" />
      <source>Training starts as soon as the digits that the recipe adds are drawn.</source>
      <translation>Das Training beginnt, sobald die Ziffern gezeichnet sind, die das Rezept hinzufügt.</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/run_requirements.py" />
      <source>loading TensorFlow</source>
      <translation>TensorFlow wird geladen</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/run_requirements.py" />
      <source>Training starts as soon as TensorFlow is ready.</source>
      <translation>Das Training beginnt, sobald TensorFlow bereit ist.</translation>
    </message>
    <message>
      <location filename="../../gui/jobs/worker.py" />
      <source>Something went wrong in the app itself ({name}: {error}).</source>
      <translation>In der App selbst ist etwas schiefgegangen ({name}: {error}).</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lesson_controller.py" />
      <source>New here? {keys} opens thirteen short lessons.</source>
      <translation>Neu hier? {keys} öffnet dreizehn kurze Lektionen.</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lesson_controller.py" />
      <source>Save answers...</source>
      <translation>Antworten sichern ...</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lesson_controller.py" />
      <source>Saved {path}.</source>
      <translation>{path} gespeichert.</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lesson_controller.py" />
      <source>That was the tour. The lessons stay in the Help menu.</source>
      <translation>Das war der Rundgang. Die Lektionen bleiben im Menü Hilfe.</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lessons_dock.py" />
      <source>Lesson {number} of {all}</source>
      <translation>Lektion {number} von {all}</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lessons_dock.py" />
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lessons_dock.py" />
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lessons_dock.py" />
      <source>Finish</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../gui/lessons/lessons_dock.py" />
      <source>Next tour</source>
      <translation>Nächste Tour</translation>
    </message>
    <message>
      <location filename="../../gui/look/figures.py" />
      <source>{share} %</source>
      <translation>{share} %</translation>
    </message>
    <message>
      <location filename="../../gui/look/pixels.py" />
      <source>row {row}, column {column}: {image:.2f}</source>
      <translation>Zeile {row}, Spalte {column}: {image:.2f}</translation>
    </message>
    <message>
      <location filename="../../gui/main_window.py" />
      <source>loading TensorFlow ...</source>
      <translation>TensorFlow wird geladen ...</translation>
    </message>
    <message>
      <location filename="../../gui/main_window.py" />
      <source>training is not possible</source>
      <translation>Trainieren geht nicht</translation>
    </message>
    <message>
      <location filename="../../gui/main_window.py" />
      <source>A part of the window could not be built: it draws and reads, but cannot train. Start it anew; where that does not help, run: digitscope doctor.</source>
      <translation>Ein Teil des Fensters ließ sich nicht bauen: Es zeichnet und liest, kann aber nicht trainieren. Starte es neu; wenn das nicht hilft, führe aus: digitscope doctor.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/class_rows.py" />
      <source>nothing to explain</source>
      <translation>nichts zu erklären</translation>
    </message>
    <message>
      <location filename="../../gui/panels/class_rows.py" />
      <source>{names}: logit {signed}</source>
      <translation>{names}: Logit {signed}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/class_rows.py" />
      <source>logit</source>
      <translation>Logit</translation>
    </message>
    <message>
      <location filename="../../gui/panels/class_rows.py" />
      <source>softmax</source>
      <translation>Softmax</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>{trace:,} of {sum:,} images were read right.</source>
      <translation>{trace:,} von {sum:,} Bildern wurden richtig gelesen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>None</source>
      <translation>Keines</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>Nothing read yet.</source>
      <translation>Noch nichts gelesen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>{count:,} images labelled {label}, read as {verdict}.</source>
      <translation>{count:,} Bilder mit Label {label}, gelesen als {verdict}.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>{share} of the {count:,} images labelled {names} were read right (recall).</source>
      <translation>{share} der {count:,} Bilder mit Label {names} wurden richtig gelesen (Recall).</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>{share} of the {count:,} images read as {names} were that (precision).</source>
      <translation>{share} der {count:,} als {names} gelesenen Bilder waren das auch (Precision).</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>labelled {name}</source>
      <translation>Label {name}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>read as</source>
      <translation>gelesen</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>precision</source>
      <translation>Precision</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>{title} · read by: {by}</source>
      <translation>{title} · gelesen von: {by}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>1 image labelled {label}, read as {verdict}.</source>
      <translation>1 Bild mit Label {label}, gelesen als {verdict}.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/confusion_panel.py" />
      <source>Nothing read yet</source>
      <translation>Noch nichts gelesen</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>from {source}; {lessons}</source>
      <translation>aus {source}; {lessons}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>Image {index:,} of the {images}: labelled {name}.</source>
      <translation>Bild {index:,} der {images}: Label {name}.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>{title}
label: {names}</source>
      <translation>{title}
Label: {names}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>one-hot:
{one_hot}
784 numbers:</source>
      <translation>One-Hot:
{one_hot}
784 Zahlen:</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>{title}, label {names}</source>
      <translation>{title}, Label {names}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>No data set yet</source>
      <translation>Noch kein Datensatz</translation>
    </message>
    <message>
      <location filename="../../gui/panels/data_panel.py" />
      <source>{side} × {side}, 1 channel</source>
      <translation>{side} × {side}, 1 Kanal</translation>
    </message>
    <message>
      <location filename="../../gui/panels/evidence_picture.py" />
      <source>speaks for</source>
      <translation>spricht dafür</translation>
    </message>
    <message>
      <location filename="../../gui/panels/evidence_picture.py" />
      <source>against</source>
      <translation>dagegen</translation>
    </message>
    <message>
      <location filename="../../gui/panels/graph_picture.py" />
      <source>weights {shape}</source>
      <translation>Gewichte {shape}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/graph_picture.py" />
      <source>bias {units}, batch norm</source>
      <translation>Bias {units}, Batch-Norm</translation>
    </message>
    <message>
      <location filename="../../gui/panels/graph_picture.py" />
      <source>bias {units}</source>
      <translation>Bias {units}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/graph_picture.py" />
      <source>changes every layer</source>
      <translation>ändert jede Schicht</translation>
    </message>
    <message>
      <location filename="../../gui/panels/image_wall.py" />
      <source>{order:,} images</source>
      <translation>{order:,} Bilder</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>{unit}: lit {light}</source>
      <translation>{unit}: leuchtet mit {light}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>{unit}; adds {vote} to the {digit}</source>
      <translation>{unit}; gibt der {digit} {vote}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>filter {number}</source>
      <translation>Filter {number}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>unit {number}</source>
      <translation>Einheit {number}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>{unit}: dark</source>
      <translation>{unit}: dunkel</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>adds</source>
      <translation>gibt</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>looks for</source>
      <translation>sucht</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>finds it</source>
      <translation>findet es</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_units.py" />
      <source>finds</source>
      <translation>findet</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>{lit} of {units} lit; bars: what each adds to the {digit}.</source>
      <translation>{lit} von {units} leuchten; Balken: was jede der {digit} gibt.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>Draw a digit to see which of them light up.</source>
      <translation>Eine Ziffer zeichnen: Welche leuchten auf?</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>{lit} of {units} lit; bars: about what each adds to the {digit}.</source>
      <translation>{lit} von {units} leuchten; Balken: etwa, was jede der {digit} gibt.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>pooling</source>
      <translation>Pooling</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>scaling</source>
      <translation>Skalierung</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>1 filter</source>
      <translation>1 Filter</translation>
    </message>
    <message>
      <location filename="../../gui/panels/layer_words.py" />
      <source>1 unit</source>
      <translation>1 Einheit</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>{wrong:,} of {title} misread{chosen}</source>
      <translation>{title}: {wrong:,} falsch{chosen}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>this run, step {step:,}{accuracy}</source>
      <translation>dieser Lauf, Schritt {step:,}{accuracy}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>, {order:,} of them shown</source>
      <translation>, {order:,} davon gezeigt</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>labelled</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>No image was misread so.</source>
      <translation>Kein Bild wurde so falsch gelesen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>None of these images was misread.</source>
      <translation>Keines dieser Bilder wurde falsch gelesen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>surest first</source>
      <translation>sicherste zuerst</translation>
    </message>
    <message>
      <location filename="../../gui/panels/mistakes_wall.py" />
      <source>read by: {by}</source>
      <translation>{by}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/my_digits_panel.py" />
      <source>labelled {label}, drawn {time} UTC</source>
      <translation>Label {label}, gezeichnet {time} UTC</translation>
    </message>
    <message>
      <location filename="../../gui/panels/my_digits_panel.py" />
      <source>1 digit</source>
      <translation>1 Ziffer</translation>
    </message>
    <message>
      <location filename="../../gui/panels/my_digits_panel.py" />
      <source>{digits:,} digits</source>
      <translation>{digits:,} Ziffern</translation>
    </message>
    <message>
      <location filename="../../gui/panels/my_digits_panel.py" />
      <source>{count}, {share} right</source>
      <translation>{count}, {share} richtig</translation>
    </message>
    <message>
      <location filename="../../gui/panels/my_digits_panel.py" />
      <source>How many of each digit:</source>
      <translation>Wie viele von jeder Ziffer:</translation>
    </message>
    <message>
      <location filename="../../gui/panels/network_panel.py" />
      <source>{rows} images at random</source>
      <translation>{rows} zufällige Bilder</translation>
    </message>
    <message>
      <location filename="../../gui/panels/network_panel.py" />
      <source>Step {step:,} takes {which}.</source>
      <translation>Schritt {step:,} nimmt {which}.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/network_panel.py" />
      <source>images {rows:,} to {rows_2:,}</source>
      <translation>die Bilder {rows:,} bis {rows_2:,}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/network_panel.py" />
      <source>image </source>
      <translation>Bild </translation>
    </message>
    <message>
      <location filename="../../gui/panels/network_panel.py" />
      <source>Copied the script.</source>
      <translation>Skript kopiert.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/network_panel.py" />
      <source> of {rows}</source>
      <translation> von {rows}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/post_table.py" />
      <source>operation</source>
      <translation>Operation</translation>
    </message>
    <message>
      <location filename="../../gui/panels/post_table.py" />
      <source>what it is for</source>
      <translation>wozu sie dient</translation>
    </message>
    <message>
      <location filename="../../gui/panels/post_table.py" />
      <source>name in the graph</source>
      <translation>Name im Graphen</translation>
    </message>
    <message>
      <location filename="../../gui/panels/post_table.py" />
      <source>in the post</source>
      <translation>im Beitrag</translation>
    </message>
    <message>
      <location filename="../../gui/panels/post_table.py" />
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <location filename="../../gui/panels/post_table.py" />
      <source>in this window</source>
      <translation>in diesem Fenster</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>label</source>
      <translation>Label</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>image labelled {names}, largest logit {best}, cost {cost_of_image:.3f}, mean cost of the batch {cost:.3f}, learning rate {rate:.4g}</source>
      <translation>Bild mit Label {names}, größtes Logit {best}, Kosten {cost_of_image:.3f}, mittlere Kosten des Batches {cost:.3f}, Lernrate {rate:.4g}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>no step yet</source>
      <translation>noch kein Schritt</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>−log {share:.3g}</source>
      <translation>−log {share:.3g}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>batch mean</source>
      <translation>im Mittel</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>rate</source>
      <translation>Rate</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>× gradient</source>
      <translation>× Gradient</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_blocks.py" />
      <source>= change</source>
      <translation>= Schritt</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>The step appears here as soon as there is a data set.</source>
      <translation>Der Schritt erscheint hier, sobald es einen Datensatz gibt.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>of layer {number}</source>
      <translation>von Schicht {number}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>of the cost</source>
      <translation>der Kosten</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>gradient</source>
      <translation>Gradient</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>784 inputs</source>
      <translation>784 Eingaben</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>label {names}</source>
      <translation>Label {names}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>colours: ±{limit:.2g}</source>
      <translation>Farben: ±{limit:.2g}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>{lit} of {all} lit</source>
      <translation>{lit} von {all} leuchten</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>outputs</source>
      <translation>Ausgaben</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>inputs × weights + bias</source>
      <translation>Eingaben × Gewichte + Bias</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <location filename="../../gui/panels/step_picture.py" />
      <source>cross-entropy, nats</source>
      <translation>Kreuzentropie, Nat</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_layout.py" />
      <source>blue speaks for the digit, orange against</source>
      <translation>Blau spricht für die Ziffer, Orange dagegen</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_pictures.py" />
      <source>{names}, row {row}, column {column}: {signed}</source>
      <translation>{names}, Zeile {row}, Spalte {column}: {signed}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_pictures.py" />
      <source>{name}   bias {signed}</source>
      <translation>{name}   Bias {signed}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_pictures.py" />
      <source>Draw a digit to see the weights that read it.</source>
      <translation>Eine Ziffer zeichnen, und die Gewichte sehen, die sie lesen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_pictures.py" />
      <source>Each picture is what the network looks for in one digit; click one to see it large.</source>
      <translation>Jedes Bild zeigt, wonach das Netz bei einer Ziffer sucht; eines anklicken, um es groß zu sehen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_pictures.py" />
      <source>on {digit}</source>
      <translation>bei {digit}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weight_pictures.py" />
      <source>large: {digit}</source>
      <translation>groß: {digit}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weights_panel.py" />
      <source>The simplest network: a picture for each digit. The one that reads has more layers.</source>
      <translation>Das einfachste Netz: ein Bild je Ziffer. Das Netz, das liest, hat mehr Schichten.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weights_panel.py" />
      <source>For this drawing, the network is one layer: these weights, exactly.</source>
      <translation>Für diese Zeichnung ist das Netz eine Schicht: genau diese Gewichte.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/weights_panel.py" />
      <source>This drawing</source>
      <translation>Zeichnung</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>Draw a digit, or open one from Mistakes or Data, to see why it is read so.</source>
      <translation>Eine Ziffer zeichnen oder eine aus Fehler oder Daten öffnen, um zu sehen, warum sie so gelesen wird.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>These weights are no longer numbers: their run diverged, and there is nothing to explain.</source>
      <translation>Diese Gewichte sind keine Zahlen mehr: Ihr Lauf ist divergiert, und es gibt nichts zu erklären.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>{name} is {values:.2f} behind {names}, which it reads.</source>
      <translation>{name} liegt {values:.2f} hinter {names}, das gelesen wird.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>{names} is {times} as probable as {names_2}.</source>
      <translation>{names} ist {times} so wahrscheinlich wie {names_2}.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>{name} has the largest logit, so it reads {name}.</source>
      <translation>{name} hat das größte Logit, also wird {name} gelesen.</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>more than a million times</source>
      <translation>mehr als eine Million Mal</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>{times:,.0f} times</source>
      <translation>{times:,.0f}-mal</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>{times:.1f} times</source>
      <translation>{times:.1f}-mal</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>and not</source>
      <translation>und nicht</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>Why not {names}?</source>
      <translation>Nicht {names}?</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>each pixel</source>
      <translation>jedes Pixel</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>learned</source>
      <translation>gelernt</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>weights of {name}</source>
      <translation>Gewichte von {name}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>evidence</source>
      <translation>Evidenz</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>= logit</source>
      <translation>= Logit</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>weights' difference</source>
      <translation>Differenz der Gewichte</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>= difference</source>
      <translation>= Differenz</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>weights {name} − {against}</source>
      <translation>Gewichte {name} − {against}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>for {name}, not {against}</source>
      <translation>für {name}, nicht {against}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>= logit {name} − {against}</source>
      <translation>= Logit {name} − {against}</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>bias, start</source>
      <translation>Bias, Start</translation>
    </message>
    <message>
      <location filename="../../gui/panels/why_panel.py" />
      <source>{side} × {side}</source>
      <translation>{side} × {side}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/accuracy_plot.py" />
      <source>on {images:,} images it does not train on</source>
      <translation>auf {images:,} Bildern, mit denen nicht trainiert wird</translation>
    </message>
    <message>
      <location filename="../../gui/plots/accuracy_plot.py" />
      <source>step {at:,}   {share}</source>
      <translation>Schritt {at:,}   {share}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/accuracy_plot.py" />
      <source>Press Train to see how many it reads right.</source>
      <translation>„Trainieren“ zeigt, wie viele richtig gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../gui/plots/accuracy_plot.py" />
      <source>best at step {best:,}</source>
      <translation>am besten bei Schritt {best:,}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/accuracy_plot.py" />
      <source>test {share} of {test:,}</source>
      <translation>Test {share} von {test:,}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>step {at:,}   cost {costs}</source>
      <translation>Schritt {at:,}   Kosten {costs}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>step {history:,} of {total:,}   smoothed</source>
      <translation>Schritt {history:,} von {total:,}   geglättet</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>mean cross-entropy, nats</source>
      <translation>mittlere Kreuzentropie, Nat</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>   smoothed {smoothed}</source>
      <translation>   geglättet {smoothed}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>Press Train to see the cost of every step.</source>
      <translation>„Trainieren“ zeigt die Kosten jedes Schritts.</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>step {history:,} of {total:,}</source>
      <translation>Schritt {history:,} von {total:,}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>diverged</source>
      <translation>divergiert</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>step {history:,} of {total:,}   last batch</source>
      <translation>Schritt {history:,} von {total:,}   letzter Batch</translation>
    </message>
    <message>
      <location filename="../../gui/plots/cost_plot.py" />
      <source>last batch {cost}</source>
      <translation>letzter Batch {cost}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/plot_frame.py" />
      <source>Turn the wheel or press + to look closer, drag to move, double-click to see all steps again.</source>
      <translation>Mit dem Rad oder + näher heran, ziehen verschiebt, ein Doppelklick zeigt wieder alle Schritte.</translation>
    </message>
    <message>
      <location filename="../../gui/plots/plot_frame.py" />
      <source>Next run: {what}</source>
      <translation>Nächster Lauf: {what}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/plot_frame.py" />
      <source>the next run is being prepared</source>
      <translation>der nächste Lauf wird vorbereitet</translation>
    </message>
    <message>
      <location filename="../../gui/plots/rewind.py" />
      <source>newest</source>
      <translation>neuester</translation>
    </message>
    <message>
      <location filename="../../gui/plots/rewind.py" />
      <source>step {step:,}</source>
      <translation>Schritt {step:,}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/smoothing_button.py" />
      <source>over {amount:,} steps</source>
      <translation>über {amount:,} Schritte</translation>
    </message>
    <message>
      <location filename="../../gui/plots/smoothing_button.py" />
      <source>smooth {steps:,}</source>
      <translation>geglättet {steps:,}</translation>
    </message>
    <message>
      <location filename="../../gui/plots/smoothing_button.py" />
      <source>not smoothed</source>
      <translation>nicht geglättet</translation>
    </message>
    <message>
      <location filename="../../gui/plots/smoothing_button.py" />
      <source>automatic</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <location filename="../../gui/plots/smoothing_button.py" />
      <source>each step as it is</source>
      <translation>jeder Schritt, wie er ist</translation>
    </message>
    <message>
      <location filename="../../gui/plots/story_plot.py" />
      <source>How likely each digit was for your drawing, step by step.</source>
      <translation>Wie wahrscheinlich jede Ziffer für die Zeichnung war, Schritt für Schritt.</translation>
    </message>
    <message>
      <location filename="../../gui/plots/story_plot.py" />
      <source>step {steps:,}   {text}</source>
      <translation>Schritt {steps:,}   {text}</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>the pasted picture</source>
      <translation>das eingefügte Bild</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Open a picture, strokes, weights or a recipe</source>
      <translation>Bild, Striche, Gewichte oder Rezept öffnen</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>the clipboard</source>
      <translation>die Zwischenablage</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Opened {name}, the first of {names} files.</source>
      <translation>{name} geöffnet, die erste von {names} Dateien.</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>All that can be opened</source>
      <translation>Alles, was sich öffnen lässt</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Pictures of a digit</source>
      <translation>Bilder einer Ziffer</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Strokes</source>
      <translation>Striche</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Data sets</source>
      <translation>Datensätze</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Recipes</source>
      <translation>Rezepte</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>the first digit of {where} has no strokes.</source>
      <translation>die erste Ziffer in {where} hat keine Striche.</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>, labelled {label}</source>
      <translation>, Label {label}</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Save what it reads</source>
      <translation>Speichern, was gelesen wird</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>Text (*.txt)</source>
      <translation>Text (*.txt)</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>There is nothing to paste: copy a picture, strokes or a recipe first.</source>
      <translation>Nichts zum Einfügen da: zuerst ein Bild, Striche oder ein Rezept kopieren.</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>This is the first of {digits:,} digits in {where}{label}.</source>
      <translation>Das ist die erste von {digits:,} Ziffern ({where}{label}).</translation>
    </message>
    <message>
      <location filename="../../gui/reading/edit_controller.py" />
      <source>One digit in {where}{label}.</source>
      <translation>Eine Ziffer ({where}{label}).</translation>
    </message>
    <message>
      <location filename="../../gui/reading/reading_controller.py" />
      <source>the app's weights</source>
      <translation>die Gewichte der App</translation>
    </message>
    <message>
      <location filename="../../gui/reading/reading_controller.py" />
      <source>{by}, which learned from {title}</source>
      <translation>{by}, gelernt aus {title}</translation>
    </message>
    <message>
      <location filename="../../gui/reading/reading_controller.py" />
      <source>A new network takes over. It has seen nothing yet.</source>
      <translation>Ein neues Netz übernimmt. Noch sah es nichts.</translation>
    </message>
    <message>
      <location filename="../../gui/reading/reading_controller.py" />
      <source>this run, step {step:,}</source>
      <translation>dieser Lauf, Schritt {step:,}</translation>
    </message>
    <message>
      <location filename="../../gui/reading/reading_controller.py" />
      <source>digits</source>
      <translation>Ziffern</translation>
    </message>
    <message>
      <location filename="../../gui/runs/ladder_panel.py" />
      <source>recipe</source>
      <translation>Rezept</translation>
    </message>
    <message>
      <location filename="../../gui/runs/ladder_panel.py" />
      <source>what it changes</source>
      <translation>was es ändert</translation>
    </message>
    <message>
      <location filename="../../gui/runs/ladder_panel.py" />
      <source>MNIST test</source>
      <translation>MNIST-Test</translation>
    </message>
    <message>
      <location filename="../../gui/runs/ladder_panel.py" />
      <source>your best run</source>
      <translation>Ihr bester Lauf</translation>
    </message>
    <message>
      <location filename="../../gui/runs/ladder_panel.py" />
      <source>your digits</source>
      <translation>Ihre Ziffern</translation>
    </message>
    <message>
      <location filename="../../gui/runs/ladder_panel.py" />
      <source>Climb: {title}</source>
      <translation>Hinauf: {title}</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_columns.py" />
      <source>Trained on {title}, seed {seed}.</source>
      <translation>Trainiert mit {title}, Seed {seed}.</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_columns.py" />
      <source>{steps:,} of {total:,}</source>
      <translation>{steps:,} von {total:,}</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_columns.py" />
      <source>Changed: {settings}.</source>
      <translation>Geändert: {settings}.</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_columns.py" />
      <source>{digits:,} digits of {hand}</source>
      <translation>{digits:,} Ziffern von {hand}</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_columns.py" />
      <source>, changed</source>
      <translation>, geändert</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_columns.py" />
      <source>{time:.2f} s</source>
      <translation>{time:.2f} s</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_panel.py" />
      <source>Against “{title}”:</source>
      <translation>Gegenüber „{title}“:</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_panel.py" />
      <source>{count} short</source>
      <translation>{count} kurze</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_panel.py" />
      <source>1 run</source>
      <translation>1 Lauf</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_panel.py" />
      <source>{count:,} runs</source>
      <translation>{count:,} Läufe</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_panel.py" />
      <source>{runs}, {used:.2f} of {limit:g} GB</source>
      <translation>{runs}, {used:.2f}/{limit:g} GB</translation>
    </message>
    <message>
      <location filename="../../gui/runs/runs_table.py" />
      <source>compare {title}</source>
      <translation>{title} vergleichen</translation>
    </message>
    <message>
      <location filename="../../gui/runs/stored_runs.py" />
      <source>{most} runs at most lie over each other: the first that were ticked.</source>
      <translation>Höchstens {most} Läufe liegen übereinander: die zuerst angehakten.</translation>
    </message>
    <message>
      <location filename="../../gui/runs/stored_runs.py" />
      <source>Finish or reset the run at hand first; a stored run takes its place.</source>
      <translation>Zuerst den jetzigen Lauf beenden oder zurücksetzen; ein aufgehobener Lauf nimmt seinen Platz ein.</translation>
    </message>
    <message>
      <location filename="../../gui/state/reader.py" />
      <source>the weights that come with the app</source>
      <translation>die Gewichte der App</translation>
    </message>
    <message>
      <location filename="../../gui/state/reader.py" />
      <source>the single layer that comes with the app</source>
      <translation>die einzelne Schicht, die mit der App kommt</translation>
    </message>
    <message>
      <location filename="../../gui/system/display.py" />
      <source>PySide6 {version} would end Python {python} after a while; install one that fits: {remedy}</source>
      <translation>PySide6 {version} würde Python {python} nach einer Weile beenden; eines, das passt, installiert: {remedy}</translation>
    </message>
    <message>
      <location filename="../../gui/system/display.py" />
      <source>QT_QPA_PLATFORM names {asked}, which Qt lacks; unset it, or use {known}.</source>
      <translation>QT_QPA_PLATFORM nennt {asked}, das Qt nicht hat; löschen oder {known} verwenden.</translation>
    </message>
    <message>
      <location filename="../../gui/system/display.py" />
      <source>Qt cannot open windows ({fault}); {remedy}</source>
      <translation>Qt kann keine Fenster öffnen ({fault}); {remedy}</translation>
    </message>
    <message>
      <location filename="../../gui/system/display.py" />
      <source>Qt cannot start ({error}); {remedy}</source>
      <translation>Qt kann nicht starten ({error}); {remedy}</translation>
    </message>
    <message>
      <location filename="../../gui/system/faults.py" />
      <source>Something went wrong in Digitscope itself: {name}: {fault}.</source>
      <translation>In Digitscope selbst ist etwas schiefgegangen: {name}: {fault}.</translation>
    </message>
    <message>
      <location filename="../../gui/system/faults.py" />
      <source>You can go on. The details are in {log_path}.</source>
      <translation>Weiterarbeiten ist möglich. Einzelheiten stehen in {log_path}.</translation>
    </message>
    <message>
      <location filename="../../gui/system/picture_file.py" />
      <source>A picture ends in .png or .svg; {name} does not.</source>
      <translation>Ein Bild endet auf .png oder .svg; {name} nicht.</translation>
    </message>
    <message>
      <location filename="../../gui/training/going_on.py" />
      <source>Start a new run of 1,000 steps from this one's end, with its recipe and the learning rate that it goes on with: a stored run stays as it ended, to be compared and repeated.</source>
      <translation>Beginnt am Ende dieses Laufs einen neuen mit 1.000 Schritten, seinem Rezept und der Lernrate, mit der er weitergeht: Ein gespeicherter Lauf bleibt, wie er endete, um ihn zu vergleichen und zu wiederholen.</translation>
    </message>
    <message>
      <location filename="../../gui/training/going_on.py" />
      <source>This stored run cannot go on: it diverged, and its weights are of no use any more.</source>
      <translation>Dieser gespeicherte Lauf kann nicht weitergehen: Er ist divergiert, und seine Gewichte taugen nichts mehr.</translation>
    </message>
    <message>
      <location filename="../../gui/training/going_on.py" />
      <source>This stored run learned from digits of your own, not in steps of a recipe: “Train on from here”, under its curves, trains its weights with the recipe that is chosen.</source>
      <translation>Dieser gespeicherte Lauf lernte von eigenen Ziffern, nicht in Schritten eines Rezepts: „Ab hier weiter“ unter seinen Kurven trainiert seine Gewichte mit dem gewählten Rezept.</translation>
    </message>
    <message>
      <location filename="../../gui/training/going_on.py" />
      <source>This stored run goes on once its images are in use: {title}.</source>
      <translation>Dieser gespeicherte Lauf geht weiter, sobald seine Bilder im Einsatz sind: {title}.</translation>
    </message>
    <message>
      <location filename="../../gui/training/preparation_controller.py" />
      <source>sending all images through the stages of its recipe</source>
      <translation>alle Bilder durchlaufen die Stufen seines Rezepts</translation>
    </message>
    <message>
      <location filename="../../gui/training/preparation_controller.py" />
      <source>TensorFlow is busy with what was requested before</source>
      <translation>TensorFlow ist noch mit etwas anderem beschäftigt</translation>
    </message>
    <message>
      <location filename="../../gui/training/preparation_controller.py" />
      <source>{name} waits for the run at hand: let that go on to its end, or reset it.</source>
      <translation>{name} wartet auf den jetzigen Lauf: ihn zu Ende laufen lassen oder zurücksetzen.</translation>
    </message>
    <message>
      <location filename="../../gui/training/preparation_controller.py" />
      <source>{name} waits until TensorFlow is ready.</source>
      <translation>{name} wartet, bis TensorFlow bereit ist.</translation>
    </message>
    <message>
      <location filename="../../gui/training/run_presenter.py" />
      <source>This run: {recipe}</source>
      <translation>Dieser Lauf: {recipe}</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>The run is set aside.</source>
      <translation>Der Lauf ist beiseitegelegt.</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>Stopped: the cost grows beyond all measure; the learning rate is too large. Lower it and train anew.</source>
      <translation>Angehalten: Die Kosten wachsen über alle Maßen; die Lernrate ist zu groß. Verkleinern und neu trainieren.</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>Finished: it reads {share} of {images:,} test images.</source>
      <translation>Fertig: {share} von {images:,} Testbildern richtig gelesen.</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>Stopped early at step {step:,}: the best weights, of step {best:,}, read {share} of {images:,} test images.</source>
      <translation>Früh beendet bei Schritt {step:,}: Die besten Gewichte, von Schritt {best:,}, lesen {share} von {images:,} Testbildern.</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>{so_far}, and {share} of your own digits ({digits:,}).</source>
      <translation>{so_far}, und {share} der eigenen Ziffern ({digits:,}).</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>rate {rate:g}</source>
      <translation>Rate {rate:g}</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>no TensorFlow</source>
      <translation>kein TensorFlow</translation>
    </message>
    <message>
      <location filename="../../gui/training/training_controller.py" />
      <source>TensorFlow ready</source>
      <translation>TensorFlow bereit</translation>
    </message>
    <message>
      <location filename="../../gui/window/help_controller.py" />
      <source>Digitscope crashed the last time; what is known of it is in {path}.</source>
      <translation>Digitscope ist beim letzten Mal abgestürzt; was darüber bekannt ist, steht in {path}.</translation>
    </message>
    <message>
      <location filename="../../gui/window/help_controller.py" />
      <source>No log is written: {folder} cannot be made ({reason}).</source>
      <translation>Es wird kein Protokoll geführt: {folder} lässt sich nicht anlegen ({reason}).</translation>
    </message>
    <message>
      <location filename="../../gui/window/panel_menu.py" />
      <source>Copied the picture: {title}.</source>
      <translation>Bild kopiert: {title}.</translation>
    </message>
    <message>
      <location filename="../../gui/window/panel_menu.py" />
      <source>Save picture: {title}</source>
      <translation>Bild speichern: {title}</translation>
    </message>
    <message>
      <location filename="../../gui/window/panel_menu.py" />
      <source>Save numbers: {title}</source>
      <translation>Zahlen speichern: {title}</translation>
    </message>
    <message>
      <location filename="../../gui/window/panel_menu.py" />
      <source>{title} has no numbers to save yet.</source>
      <translation>{title} hat noch keine Zahlen zum Speichern.</translation>
    </message>
    <message>
      <location filename="../../gui/window/view_controller.py" />
      <source>Esc leaves the stage.</source>
      <translation>Esc verlässt die Bühne.</translation>
    </message>
    <message>
      <location filename="../../gui/window/window_rest.py" />
      <source>The language changes at the next start.</source>
      <translation>Die Sprache ändert sich beim nächsten Start.</translation>
    </message>
    <message>
      <location filename="../../gui/window/window_rest.py" />
      <source>Drawing</source>
      <translation>Zeichnung</translation>
    </message>
  </context>
</TS>
