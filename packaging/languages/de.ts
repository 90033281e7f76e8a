<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>About</name>
    <message>
        <source>About FOG Portable</source>
        <translation>Über FOG Portable</translation>
    </message>
    <message>
        <source>FOG Portable {version}

Boots a room of computers from this laptop.
GPL-2.0-or-later.</source>
        <translation>FOG Portable {version}

Bootet einen Computerraum von diesem Laptop aus.
GPL-2.0-or-later.</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message>
        <source>First computer heard: {computer}</source>
        <translation>Erster Computer gehört: {computer}</translation>
    </message>
    <message>
        <source>{count} computers need you</source>
        <translation>{count} Computer brauchen Hilfe</translation>
    </message>
</context>
<context>
    <name>ApprovalDesk</name>
    <message>
        <source>1 computer waits for you to approve it.</source>
        <translation>1 Computer wartet auf Ihre Freigabe.</translation>
    </message>
    <message>
        <source>Approve a&amp;ll</source>
        <translation>A&amp;lle freigeben</translation>
    </message>
    <message>
        <source>Approved: {computers}. Start those again that have given up; the others ask by themselves.</source>
        <translation>Freigegeben: {computers}. Starten Sie die neu, die aufgegeben haben; die anderen fragen von selbst.</translation>
    </message>
    <message>
        <source>Taken back: {computers}. They get no answer any more.</source>
        <translation>Zurückgenommen: {computers}. Sie bekommen keine Antwort mehr.</translation>
    </message>
    <message>
        <source>{count} computers wait for you to approve them.</source>
        <translation>{count} Computer warten auf Ihre Freigabe.</translation>
    </message>
</context>
<context>
    <name>ArchRowWidget</name>
    <message>
        <source>Broken</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Choose the file for {computers}</source>
        <translation>Datei für {computers} wählen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Chosen instead of {file}</source>
        <translation>Statt {file} gewählt</translation>
    </message>
    <message>
        <source>File for {computers}</source>
        <translation>Datei für {computers}</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>No file</source>
        <translation>Keine Datei</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove {computers}</source>
        <translation>{computers} entfernen</translation>
    </message>
    <message>
        <source>These computers get no answer.</source>
        <translation>Diese Computer bekommen keine Antwort.</translation>
    </message>
</context>
<context>
    <name>ArchitectureDialog</name>
    <message>
        <source>&amp;Kind, or its number (DHCP option 93)</source>
        <translation>&amp;Art oder ihre Nummer (DHCP-Option 93)</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Kind, or its number (DHCP option 93)</source>
        <translation>Art oder ihre Nummer (DHCP-Option 93)</translation>
    </message>
    <message>
        <source>Other kind of computer</source>
        <translation>Andere Art von Computer</translation>
    </message>
    <message>
        <source>This kind is in the list already.</source>
        <translation>Diese Art steht schon in der Liste.</translation>
    </message>
    <message>
        <source>Use {names} or a number from 0 to 65535.</source>
        <translation>Erlaubt sind {names} oder eine Zahl von 0 bis 65535.</translation>
    </message>
</context>
<context>
    <name>AssignSeatDialog</name>
    <message>
        <source>&amp;Seat</source>
        <translation>&amp;Platz</translation>
    </message>
    <message>
        <source>Assign seat</source>
        <translation>Platz zuweisen</translation>
    </message>
    <message>
        <source>No seat</source>
        <translation>Kein Platz</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>{seat}, taken</source>
        <translation>{seat}, besetzt</translation>
    </message>
</context>
<context>
    <name>AutoStopDialog</name>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>&amp;At a time of day</source>
        <translation>Zu einer &amp;Uhrzeit</translation>
    </message>
    <message>
        <source>&amp;When all are done and nobody has loaded for</source>
        <translation>Wenn alle &amp;fertig sind und niemand geladen hat seit</translation>
    </message>
    <message>
        <source>A&amp;fter</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>Minutes from Start</source>
        <translation>Minuten ab Start</translation>
    </message>
    <message>
        <source>Minutes without loading</source>
        <translation>Minuten ohne Laden</translation>
    </message>
    <message>
        <source>Stop by itself</source>
        <translation>Von selbst stoppen</translation>
    </message>
    <message>
        <source>The first that comes true stops serving. A computer that is loading is not cut off. While serving, minutes count from now.</source>
        <translation>Was zuerst eintritt, beendet den Betrieb. Ein Computer, der gerade lädt, wird nicht abgeschnitten. Im Betrieb zählen die Minuten ab jetzt.</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
</context>
<context>
    <name>BeforeStart</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Allow in firewall…</source>
        <translation>In Firewall erlauben…</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Boots thirty computers made of software, inside this laptop only</source>
        <translation>Bootet dreißig Computer, die nur aus Software bestehen, ganz innerhalb dieses Laptops</translation>
    </message>
    <message>
        <source>Brings iPXE from Debian&apos;s packages</source>
        <translation>Holt iPXE aus den Paketen von Debian</translation>
    </message>
    <message>
        <source>Check &amp;again</source>
        <translation>Erneut &amp;prüfen</translation>
    </message>
    <message>
        <source>Choose a card</source>
        <translation>Karte wählen</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Computers of this room can start over the network from this laptop. The DHCP server that is already there stays as it is.</source>
        <translation>Die Computer dieses Raums können über das Netzwerk von diesem Laptop starten. Der vorhandene DHCP-Server bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>Get &amp;boot files</source>
        <translation>Boot-Da&amp;teien holen</translation>
    </message>
    <message>
        <source>Goes to the FOG server that was chosen</source>
        <translation>Führt zum gewählten FOG-Server</translation>
    </message>
    <message>
        <source>Goes to the addresses that are given from here</source>
        <translation>Führt zu den Adressen, die von hier vergeben werden</translation>
    </message>
    <message>
        <source>Goes to the boot files that are served</source>
        <translation>Führt zu den Boot-Dateien, die angeboten werden</translation>
    </message>
    <message>
        <source>Goes to the choice of the network</source>
        <translation>Führt zur Auswahl des Netzes</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Privates Netz</translation>
    </message>
    <message>
        <source>Rehearse &amp;without PCs</source>
        <translation>Probe&amp;lauf ohne PCs</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Shows what would be changed, and asks first</source>
        <translation>Zeigt, was geändert würde, und fragt vorher</translation>
    </message>
    <message>
        <source>To the FOG page</source>
        <translation>Zur FOG-Seite</translation>
    </message>
    <message>
        <source>To the boot page</source>
        <translation>Zur Boot-Seite</translation>
    </message>
    <message>
        <source>What will be served</source>
        <translation>Was bereitgestellt wird</translation>
    </message>
</context>
<context>
    <name>BootFilesCard</name>
    <message>
        <source>A boot file for another kind of computer, by its number</source>
        <translation>Eine Boot-Datei für eine andere Art von Computer, nach Nummer</translation>
    </message>
    <message>
        <source>A folder of your own</source>
        <translation>Ein eigener Ordner</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Boot set</source>
        <translation>Boot-Paket</translation>
    </message>
    <message>
        <source>Choose a boot file</source>
        <translation>Boot-Datei wählen</translation>
    </message>
    <message>
        <source>Choose a folder with boot files</source>
        <translation>Ordner mit Boot-Dateien wählen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>No boot file was recognised in this folder. Choose files below.</source>
        <translation>In diesem Ordner wurde keine Boot-Datei erkannt. Wählen Sie unten Dateien aus.</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>Other kind</source>
        <translation>Andere Art</translation>
    </message>
    <message>
        <source>Other kind…</source>
        <translation>Andere Art…</translation>
    </message>
    <message>
        <source>Serve the boot files of a folder where they lie</source>
        <translation>Die Boot-Dateien eines Ordners dort bereitstellen, wo sie liegen</translation>
    </message>
    <message>
        <source>There are no boot files yet. Get them, or choose a folder.</source>
        <translation>Es gibt noch keine Boot-Dateien. Holen Sie sie oder wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>To change the boot files, stop first: computers load from this set.</source>
        <translation>Stoppen Sie zuerst, um die Boot-Dateien zu ändern: Computer laden aus diesem Paket.</translation>
    </message>
</context>
<context>
    <name>BootKeysDialog</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Als &amp;PDF speichern…</translation>
    </message>
    <message>
        <source>Boot menu</source>
        <translation>Boot-Menü</translation>
    </message>
    <message>
        <source>Keys by maker</source>
        <translation>Tasten nach Hersteller</translation>
    </message>
    <message>
        <source>Keys for network boot</source>
        <translation>Tasten für den Netzwerkstart</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Press the key right after power-on, several times. Then choose network, LAN, PXE or IPv4.</source>
        <translation>Drücken Sie die Taste gleich nach dem Einschalten, mehrmals. Wählen Sie dann Network, LAN, PXE oder IPv4.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>Saved as {file}.</source>
        <translation>Gespeichert als {file}.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker geschickt.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>{file} could not be written. Choose another place.</source>
        <translation>{file} konnte nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>BootPage</name>
    <message>
        <source>Changes apply to computers that ask from now on.</source>
        <translation>Änderungen gelten für Computer, die ab jetzt anfragen.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
</context>
<context>
    <name>BootSides</name>
    <message>
        <source>Changes count from the next Start.</source>
        <translation>Änderungen gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Files and menu</source>
        <translation>Dateien und Menü</translation>
    </message>
    <message>
        <source>Side of the Boot page</source>
        <translation>Bereich der Seite Booten</translation>
    </message>
</context>
<context>
    <name>CardPicker</name>
    <message>
        <source>Choose a network</source>
        <translation>Netzwerk wählen</translation>
    </message>
    <message>
        <source>No usable network</source>
        <translation>Kein brauchbares Netzwerk</translation>
    </message>
    <message>
        <source>{name} is not there</source>
        <translation>{name} ist nicht da</translation>
    </message>
</context>
<context>
    <name>ChangesCard</name>
    <message>
        <source>A run that ended without Stop had opened this in the firewall, and it was taken back:</source>
        <translation>Ein Lauf, der ohne Stoppen endete, hatte dies in der Firewall geöffnet; es wurde zurückgenommen:</translation>
    </message>
    <message>
        <source>A run that ended without Stop left this open in the firewall:</source>
        <translation>Ein Lauf, der ohne Stoppen endete, ließ dies in der Firewall offen:</translation>
    </message>
    <message>
        <source>Another FOG Portable that runs now lets computers in through the firewall until its Stop, by:</source>
        <translation>Ein anderes FOG Portable, das jetzt läuft, lässt Computer bis zu seinem Stoppen durch die Firewall herein, mit:</translation>
    </message>
    <message>
        <source>Changed on this laptop</source>
        <translation>Auf diesem Laptop geändert</translation>
    </message>
    <message>
        <source>Commands that were run</source>
        <translation>Ausgeführte Befehle</translation>
    </message>
    <message>
        <source>Computers are let in through the firewall until Stop. These commands were run:</source>
        <translation>Computer werden bis zum Stoppen durch die Firewall hereingelassen. Diese Befehle wurden ausgeführt:</translation>
    </message>
    <message>
        <source>Takes back what is listed here</source>
        <translation>Nimmt zurück, was hier steht</translation>
    </message>
    <message>
        <source>Undo now</source>
        <translation>Jetzt zurücknehmen</translation>
    </message>
</context>
<context>
    <name>ChoiceDesk</name>
    <message>
        <source>Folder with boot files</source>
        <translation>Ordner mit Boot-Dateien</translation>
    </message>
</context>
<context>
    <name>ClientTable</name>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
</context>
<context>
    <name>ClientTableModel</name>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>FOG</source>
        <translation>FOG</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>IP</source>
        <translation>IP</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What it is doing</source>
        <translation>Was er gerade tut</translation>
    </message>
    <message>
        <source>{doing}. Try {count}.</source>
        <translation>{doing}. {count}. Versuch.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Keep serving</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Stoppen und schließen</translation>
    </message>
    <message>
        <source>1 computer is still loading.</source>
        <translation>1 Computer lädt noch.</translation>
    </message>
    <message>
        <source>FOG Portable is serving</source>
        <translation>FOG Portable ist in Betrieb</translation>
    </message>
    <message>
        <source>Keep serving puts the window aside and goes on. Stop gives them 30 s.</source>
        <translation>„Weiterlaufen lassen“ legt das Fenster beiseite und macht weiter. Beim Stoppen bleiben den Computern 30 s.</translation>
    </message>
    <message>
        <source>{count} computers are still loading.</source>
        <translation>{count} Computer laden noch.</translation>
    </message>
</context>
<context>
    <name>CodeLensDialog</name>
    <message>
        <source>C&amp;omputer</source>
        <translation>C&amp;omputer</translation>
    </message>
    <message>
        <source>Not known here.</source>
        <translation>Hier nicht bekannt.</translation>
    </message>
    <message>
        <source>PXE-E16, ipxe.org/04…, grub&gt;, any words of the screen</source>
        <translation>PXE-E16, ipxe.org/04…, grub&gt;, beliebige Worte des Bildschirms</translation>
    </message>
    <message>
        <source>Seen of it here: {what}</source>
        <translation>Von ihm hier gesehen: {what}</translation>
    </message>
    <message>
        <source>That fits what the screen shows.</source>
        <translation>Das passt zu dem, was der Bildschirm zeigt.</translation>
    </message>
    <message>
        <source>The &amp;screen shows</source>
        <translation>Der &amp;Bildschirm zeigt</translation>
    </message>
    <message>
        <source>Type a code or a few words as the screen has them.</source>
        <translation>Tippen Sie einen Code oder ein paar Worte, wie der Bildschirm sie hat.</translation>
    </message>
    <message>
        <source>Type what the computer&apos;s screen shows.</source>
        <translation>Tippen Sie, was der Bildschirm des Computers zeigt.</translation>
    </message>
    <message>
        <source>What does this code mean?</source>
        <translation>Was bedeutet dieser Code?</translation>
    </message>
    <message>
        <source>What it may be</source>
        <translation>Was es sein kann</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>&amp;As usual</source>
        <translation>&amp;Wie üblich</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>A&amp;b</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>&amp;Auf</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>From left to right. In a narrow window the last ones give way first.</source>
        <translation>Von links nach rechts. In einem schmalen Fenster weichen die letzten zuerst.</translation>
    </message>
    <message>
        <source>Order, widths and choice as they were at first</source>
        <translation>Reihenfolge, Breiten und Auswahl wie zu Beginn</translation>
    </message>
</context>
<context>
    <name>EndingDesk</name>
    <message>
        <source>Serving ended by itself: {reason}.</source>
        <translation>Der Betrieb endete von selbst: {reason}.</translation>
    </message>
    <message>
        <source>Stops at {time}</source>
        <translation>Stoppt um {time}</translation>
    </message>
    <message>
        <source>Stops once 1 computer is through</source>
        <translation>Stoppt, sobald 1 Computer durch ist</translation>
    </message>
    <message>
        <source>Stops once {count} computers are through</source>
        <translation>Stoppt, sobald {count} Computer durch sind</translation>
    </message>
    <message>
        <source>Stops when all are done</source>
        <translation>Stoppt, wenn alle fertig sind</translation>
    </message>
    <message>
        <source>Stops {minutes} min after Start</source>
        <translation>Stoppt {minutes} min nach dem Start</translation>
    </message>
    <message>
        <source>{moment} or when all are done</source>
        <translation>{moment} oder wenn alle fertig sind</translation>
    </message>
</context>
<context>
    <name>EventLogModel</name>
    <message>
        <source>Detail</source>
        <translation>Einzelheit</translation>
    </message>
    <message>
        <source>Failure</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
</context>
<context>
    <name>ExpertSide</name>
    <message>
        <source>Expert</source>
        <translation>Experte</translation>
    </message>
</context>
<context>
    <name>ExplainedView</name>
    <message>
        <source>Beside that</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Computers of the capture</source>
        <translation>Computer des Mitschnitts</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>Frame {number}</source>
        <translation>Rahmen {number}</translation>
    </message>
    <message>
        <source>How far it came</source>
        <translation>Wie weit er kam</translation>
    </message>
    <message>
        <source>How far it came, and what shows it</source>
        <translation>Wie weit er kam, und was es zeigt</translation>
    </message>
    <message>
        <source>No computer asked for network boot.</source>
        <translation>Kein Computer hat nach Netzwerk-Boot gefragt.</translation>
    </message>
    <message>
        <source>What shows it</source>
        <translation>Was es zeigt</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>1 entry</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>Elsewhere it answers only computers that ask for network boot, and gives no address.</source>
        <translation>Überall sonst antwortet es nur Computern, die über das Netzwerk booten wollen, und vergibt keine Adresse.</translation>
    </message>
    <message>
        <source>FOG&apos;s menu and tasks</source>
        <translation>Menü und Aufgaben von FOG</translation>
    </message>
    <message>
        <source>On {card}, Start gives an address to whoever asks, unless another DHCP server answers there.</source>
        <translation>Auf {card} bekommt nach dem Start jeder eine Adresse, der danach fragt, außer ein anderer DHCP-Server antwortet dort.</translation>
    </message>
    <message>
        <source>Start answers only computers that ask for network boot. It never gives out an address.</source>
        <translation>Nach dem Start wird nur Computern geantwortet, die über das Netzwerk booten wollen. Adressen werden nie vergeben.</translation>
    </message>
    <message>
        <source>addresses {first} to {last} on {card}</source>
        <translation>Adressen {first} bis {last} auf {card}</translation>
    </message>
    <message>
        <source>as FOG has files</source>
        <translation>wofür FOG Dateien hat</translation>
    </message>
    <message>
        <source>as the folder has files</source>
        <translation>wofür der Ordner Dateien hat</translation>
    </message>
    <message>
        <source>from FOG at {server} itself</source>
        <translation>von FOG auf {server} selbst</translation>
    </message>
    <message>
        <source>from here, on {card}</source>
        <translation>von hier, auf {card}</translation>
    </message>
    <message>
        <source>from the DHCP server of the site, never from here</source>
        <translation>vom DHCP-Server des Standorts, nie von hier</translation>
    </message>
    <message>
        <source>no card yet</source>
        <translation>noch keine Karte</translation>
    </message>
    <message>
        <source>no entries</source>
        <translation>keine Einträge</translation>
    </message>
    <message>
        <source>none chosen yet</source>
        <translation>noch keine gewählt</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>of FOG at {server}, given from here</source>
        <translation>von FOG auf {server}, von hier verteilt</translation>
    </message>
    <message>
        <source>the card of the private network</source>
        <translation>die Karte des privaten Netzwerks</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} Einträge</translation>
    </message>
    <message>
        <source>{count}; after {seconds} s: {default}</source>
        <translation>{count}; nach {seconds} s: {default}</translation>
    </message>
    <message>
        <source>{count}; waits for a choice</source>
        <translation>{count}; wartet auf eine Auswahl</translation>
    </message>
    <message>
        <source>{from_here}; elsewhere from the DHCP server of the site</source>
        <translation>{from_here}; überall sonst vom DHCP-Server des Standorts</translation>
    </message>
</context>
<context>
    <name>FetchBar</name>
    <message>
        <source>Bring iPXE for BIOS, UEFI x64 and UEFI ARM64 from Debian</source>
        <translation>iPXE für BIOS, UEFI x64 und UEFI ARM64 von Debian holen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>Abgebrochen. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Get boot files</source>
        <translation>Boot-Dateien holen</translation>
    </message>
    <message>
        <source>Looking for boot files…</source>
        <translation>Suche nach Boot-Dateien…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>The boot files are there.</source>
        <translation>Die Boot-Dateien sind da.</translation>
    </message>
</context>
<context>
    <name>FileReading</name>
    <message>
        <source>Reading {file}: {frames} frames so far.</source>
        <translation>Lese {file}: {frames} Rahmen bisher.</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Lesen beenden</translation>
    </message>
</context>
<context>
    <name>FingerprintDialog</name>
    <message>
        <source>&amp;Do not trust it</source>
        <translation>&amp;Nicht vertrauen</translation>
    </message>
    <message>
        <source>Compare the fingerprint</source>
        <translation>Fingerabdruck vergleichen</translation>
    </message>
    <message>
        <source>On the server itself it is shown by this command:</source>
        <translation>Auf dem Server selbst zeigt ihn dieser Befehl:</translation>
    </message>
    <message>
        <source>Only if both are the same, this is {host} and nobody in between.</source>
        <translation>Nur wenn beide gleich sind, ist das wirklich {host} und niemand dazwischen.</translation>
    </message>
    <message>
        <source>They are the &amp;same: trust it</source>
        <translation>Sie sind &amp;gleich: vertrauen</translation>
    </message>
    <message>
        <source>{host} says that its certificate was signed by the authority with this fingerprint:</source>
        <translation>{host} sagt, sein Zertifikat sei von der Stelle mit diesem Fingerabdruck unterschrieben:</translation>
    </message>
</context>
<context>
    <name>FirewallDialog</name>
    <message>
        <source>&amp;Allow until Stop</source>
        <translation>Bis zum Stoppen &amp;erlauben</translation>
    </message>
    <message>
        <source>&amp;Copy commands</source>
        <translation>Befehle &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Do not change it</source>
        <translation>&amp;Nicht ändern</translation>
    </message>
    <message>
        <source>Allow in firewall</source>
        <translation>In der Firewall erlauben</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>That holds until Stop, or until this window is closed; then it is taken back. After a crash the next start takes it back. Nothing else of the firewall is changed.</source>
        <translation>Das gilt bis zum Stoppen oder bis dieses Fenster geschlossen wird; dann wird es zurückgenommen. Nach einem Absturz nimmt es der nächste Start zurück. Sonst wird an der Firewall nichts geändert.</translation>
    </message>
    <message>
        <source>The firewall of this laptop keeps out what computers ask for. These commands let them in:</source>
        <translation>Die Firewall dieses Laptops hält ab, was Computer anfragen. Diese Befehle lassen es herein:</translation>
    </message>
    <message>
        <source>Your system asks for your password, because only an administrator may change a firewall.</source>
        <translation>Ihr System fragt nach Ihrem Passwort, denn nur ein Administrator darf eine Firewall ändern.</translation>
    </message>
</context>
<context>
    <name>FirewallPart</name>
    <message>
        <source>Computers are let in through the firewall until Stop.</source>
        <translation>Computer werden bis zum Stoppen durch die Firewall hereingelassen.</translation>
    </message>
    <message>
        <source>FOG Portable ended without Stop before, and its openings in the firewall are still there. Taking them back asks for your password.</source>
        <translation>FOG Portable endete zuvor ohne Stoppen, und seine Öffnungen in der Firewall sind noch da. Zum Zurücknehmen wird nach Ihrem Passwort gefragt.</translation>
    </message>
    <message>
        <source>FOG Portable ended without Stop before. What it had opened in the firewall was taken back: {commands}</source>
        <translation>FOG Portable endete zuvor ohne Stoppen. Was es in der Firewall geöffnet hatte, wurde zurückgenommen: {commands}</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>The firewall lets computers in already.</source>
        <translation>Die Firewall lässt Computer bereits herein.</translation>
    </message>
    <message>
        <source>What was opened in the firewall was taken back.</source>
        <translation>Was in der Firewall geöffnet war, wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>{command} and {count} more</source>
        <translation>{command} und {count} weitere</translation>
    </message>
</context>
<context>
    <name>FirmwareButton</name>
    <message>
        <source>All firmware</source>
        <translation>Jede Firmware</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Show only computers with one kind of firmware</source>
        <translation>Nur Computer mit einer Art von Firmware zeigen</translation>
    </message>
</context>
<context>
    <name>FirmwareMenuSide</name>
    <message>
        <source>Answer choices that are broadcast</source>
        <translation>Auf Auswahlen antworten, die per Broadcast kommen</translation>
    </message>
    <message>
        <source>Boot from local hard disk</source>
        <translation>Von der lokalen Festplatte booten</translation>
    </message>
    <message>
        <source>Computers that run iPXE already are sent the boot menu instead (Expert: What iPXE gets).</source>
        <translation>Computer, auf denen schon iPXE läuft, bekommen stattdessen das Boot-Menü (Experte: Was iPXE bekommt).</translation>
    </message>
    <message>
        <source>Entries, the first one is the default</source>
        <translation>Einträge, der erste ist die Vorgabe</translation>
    </message>
    <message>
        <source>Entry {number}: </source>
        <translation>Eintrag {number}: </translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Firmware menu</source>
        <translation>Firmware-Menü</translation>
    </message>
    <message>
        <source>For which computers</source>
        <translation>Für welche Computer</translation>
    </message>
    <message>
        <source>Goes on with the local disk</source>
        <translation>Macht mit der lokalen Festplatte weiter</translation>
    </message>
    <message>
        <source>Loads a file</source>
        <translation>Lädt eine Datei</translation>
    </message>
    <message>
        <source>Looks for a boot server of a type</source>
        <translation>Sucht einen Boot-Server eines Typs</translation>
    </message>
    <message>
        <source>Multicast group</source>
        <translation>Multicast-Gruppe</translation>
    </message>
    <message>
        <source>Press F8 for boot menu</source>
        <translation>F8 drücken für das Boot-Menü</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Aufforderung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Shown before anything is loaded. Without entries there is none, and computers load at once.</source>
        <translation>Wird gezeigt, bevor etwas geladen wird. Ohne Einträge gibt es keines, und die Computer laden sofort.</translation>
    </message>
    <message>
        <source>Take the first entry after</source>
        <translation>Den ersten Eintrag nehmen nach</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The firmware&apos;s own menu</source>
        <translation>Das eigene Menü der Firmware</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er bewirkt</translation>
    </message>
    <message>
        <source>every computer, or bios, x64, ia32, arm64</source>
        <translation>alle Computer, oder bios, x64, ia32, arm64</translation>
    </message>
    <message>
        <source>no time, at once</source>
        <translation>keine Zeit, sofort</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>s ({never} waits for ever)</source>
        <translation>s ({never} wartet unbegrenzt)</translation>
    </message>
    <message>
        <source>this laptop; for a boot server: found by broadcast</source>
        <translation>dieser Laptop; bei einem Boot-Server: per Broadcast gesucht</translation>
    </message>
</context>
<context>
    <name>FogCancelDialog</name>
    <message>
        <source>&amp;Cancel the task</source>
        <translation>&amp;Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;So lassen</translation>
    </message>
    <message>
        <source>Cancel a task</source>
        <translation>Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Cancel this task on the FOG server?</source>
        <translation>Diese Aufgabe auf dem FOG-Server abbrechen?</translation>
    </message>
</context>
<context>
    <name>FogCareDesk</name>
    <message>
        <source>Asking for the storage nodes…</source>
        <translation>Frage nach den Speicherknoten…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Vergleiche…</translation>
    </message>
    <message>
        <source>Folder for default.ipxe and autoexec.ipxe</source>
        <translation>Ordner für default.ipxe und autoexec.ipxe</translation>
    </message>
</context>
<context>
    <name>FogDesk</name>
    <message>
        <source>Asking {address}…</source>
        <translation>Frage {address}…</translation>
    </message>
    <message>
        <source>Looking for FOG servers on {card}…</source>
        <translation>Suche FOG-Server auf {card}…</translation>
    </message>
</context>
<context>
    <name>FogFacts</name>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Disk space</source>
        <translation>Speicherplatz</translation>
    </message>
    <message>
        <source>FOG {version} at {address}</source>
        <translation>FOG {version} auf {address}</translation>
    </message>
    <message>
        <source>Kernels</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Secure Boot:  {answer}</source>
        <translation>Secure Boot:  {answer}</translation>
    </message>
    <message>
        <source>default.ipxe</source>
        <translation>default.ipxe</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>antwortet nicht</translation>
    </message>
    <message>
        <source>leads computers to {url}</source>
        <translation>führt Computer zu {url}</translation>
    </message>
    <message>
        <source>no signed loader</source>
        <translation>kein signierter Loader</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>of unknown version</source>
        <translation>unbekannter Version</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on; it wants tokens</source>
        <translation>an; verlangt Token</translation>
    </message>
    <message>
        <source>on; your tokens are refused</source>
        <translation>an; Ihre Token werden abgelehnt</translation>
    </message>
    <message>
        <source>on; your tokens are taken</source>
        <translation>an; Ihre Token werden angenommen</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>version unknown</source>
        <translation>Version unbekannt</translation>
    </message>
    <message>
        <source>waits for an update of its schema</source>
        <translation>wartet auf eine Aktualisierung ihres Schemas</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>{free} free of {total}</source>
        <translation>{free} frei von {total}</translation>
    </message>
</context>
<context>
    <name>FogRehomeCard</name>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>A FOG server that came to another network still names its old address in many places.</source>
        <translation>Ein FOG-Server, der in ein anderes Netzwerk gekommen ist, nennt an vielen Stellen noch seine alte Adresse.</translation>
    </message>
    <message>
        <source>A default.ipxe and an autoexec.ipxe that lead to the address that was used</source>
        <translation>Eine default.ipxe und eine autoexec.ipxe, die zur verwendeten Adresse führen</translation>
    </message>
    <message>
        <source>Asks the server where it names its own address</source>
        <translation>Fragt den Server, wo er seine eigene Adresse nennt</translation>
    </message>
    <message>
        <source>E&amp;xamine its addresses</source>
        <translation>A&amp;lte Adressen suchen</translation>
    </message>
    <message>
        <source>Has the server moved?</source>
        <translation>Ist der Server umgezogen?</translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>Noch nicht verglichen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Save &amp;boot scripts…</source>
        <translation>Boot-S&amp;kripte speichern…</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>That is</source>
        <translation>Das ist</translation>
    </message>
    <message>
        <source>an address where nothing answers</source>
        <translation>eine Adresse, an der nichts antwortet</translation>
    </message>
    <message>
        <source>another machine, which answers</source>
        <translation>ein anderer Rechner, der antwortet</translation>
    </message>
    <message>
        <source>the address that was used</source>
        <translation>die verwendete Adresse</translation>
    </message>
    <message>
        <source>{names} were written into {folder}.</source>
        <translation>{names} wurden nach {folder} geschrieben.</translation>
    </message>
</context>
<context>
    <name>FogRowsDesk</name>
    <message>
        <source>1 task was cancelled.</source>
        <translation>1 Aufgabe wurde abgebrochen.</translation>
    </message>
    <message>
        <source>FOG has no task for the chosen computers.</source>
        <translation>FOG hat keine Aufgabe für die gewählten Computer.</translation>
    </message>
    <message>
        <source>{count} tasks were cancelled.</source>
        <translation>{count} Aufgaben wurden abgebrochen.</translation>
    </message>
</context>
<context>
    <name>FogServerCard</name>
    <message>
        <source>Address of the FOG server</source>
        <translation>Adresse des FOG-Servers</translation>
    </message>
    <message>
        <source>Asks every address of the chosen network, some 40 a second</source>
        <translation>Fragt jede Adresse des gewählten Netzwerks, etwa 40 pro Sekunde</translation>
    </message>
    <message>
        <source>Asks the server what it is; changes nothing on it</source>
        <translation>Fragt den Server, was er ist; ändert nichts an ihm</translation>
    </message>
    <message>
        <source>Choose one with Enter or a double click.</source>
        <translation>Wählen Sie einen mit Enter oder Doppelklick.</translation>
    </message>
    <message>
        <source>Co&amp;mpare fingerprint…</source>
        <translation>Fin&amp;gerabdruck vergleichen…</translation>
    </message>
    <message>
        <source>FOG server</source>
        <translation>FOG-Server</translation>
    </message>
    <message>
        <source>FOG servers found</source>
        <translation>Gefundene FOG-Server</translation>
    </message>
    <message>
        <source>Loo&amp;k at it</source>
        <translation>Ser&amp;ver ansehen</translation>
    </message>
    <message>
        <source>No server looked at</source>
        <translation>Kein Server angesehen</translation>
    </message>
    <message>
        <source>Se&amp;arch the network</source>
        <translation>Net&amp;z durchsuchen</translation>
    </message>
    <message>
        <source>Shows who signed the server&apos;s certificate, to trust it</source>
        <translation>Zeigt, wer das Zertifikat des Servers unterschrieben hat, um ihm zu vertrauen</translation>
    </message>
    <message>
        <source>Stop loo&amp;king</source>
        <translation>&amp;Vorgang beenden</translation>
    </message>
    <message>
        <source>Stop se&amp;arching</source>
        <translation>Nicht &amp;weiter suchen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>With one, computers get FOG&apos;s menu and tasks; without one, the boot menu of this laptop.</source>
        <translation>Mit ihm bekommen die Computer Menü und Aufgaben von FOG, ohne ihn das Boot-Menü dieses Laptops.</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>FogServingCard</name>
    <message>
        <source>A finished computer goes to its own disk until I sa&amp;y otherwise</source>
        <translation>Ein fertiger Computer startet von der eigenen Pla&amp;tte, bis ich etwas anderes sage</translation>
    </message>
    <message>
        <source>Boot through</source>
        <translation>Booten über</translation>
    </message>
    <message>
        <source>FOG&apos;s menu and tasks are not offered to the computers of this room.</source>
        <translation>Menü und Aufgaben von FOG werden den Computern dieses Raums nicht angeboten.</translation>
    </message>
    <message>
        <source>For a server whose TFTP the computers do not reach, or whose address has changed. Its boot files are brought when you press Start.</source>
        <translation>Für einen Server, dessen TFTP die Computer nicht erreichen oder dessen Adresse sich geändert hat. Seine Boot-Dateien werden geholt, wenn Sie auf Start drücken.</translation>
    </message>
    <message>
        <source>How the room is served</source>
        <translation>Wie der Raum versorgt wird</translation>
    </message>
    <message>
        <source>Point: computers get everything from the FOG server</source>
        <translation>Verweis: Die Computer bekommen alles vom FOG-Server</translation>
    </message>
    <message>
        <source>Relay: this laptop gives FOG&apos;s boot files, and leads to its menu</source>
        <translation>Relais: Dieser Laptop gibt FOGs Boot-Dateien aus und führt zu seinem Menü</translation>
    </message>
    <message>
        <source>This laptop only says where the server is. It must be reachable from the computers by TFTP and HTTP; ports 69 and 80 are not needed here.</source>
        <translation>Dieser Laptop sagt nur, wo der Server ist. Die Computer müssen ihn über TFTP und HTTP erreichen; die Ports 69 und 80 werden hier nicht gebraucht.</translation>
    </message>
    <message>
        <source>Type the address of a FOG server above, or search the network for one.</source>
        <translation>Geben Sie oben die Adresse eines FOG-Servers ein oder suchen Sie im Netzwerk nach einem.</translation>
    </message>
    <message>
        <source>Without FOG: boot files and menu of this laptop</source>
        <translation>Ohne FOG: Boot-Dateien und Menü dieses Laptops</translation>
    </message>
</context>
<context>
    <name>FogStorageCard</name>
    <message>
        <source>1 node</source>
        <translation>1 Knoten</translation>
    </message>
    <message>
        <source>1 task runs there.</source>
        <translation>Dort läuft 1 Aufgabe.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Ask the no&amp;des</source>
        <translation>Knoten &amp;fragen</translation>
    </message>
    <message>
        <source>Asks the server for its storage nodes, and each for its space</source>
        <translation>Fragt den Server nach seinen Speicherknoten und jeden nach seinem Platz</translation>
    </message>
    <message>
        <source>At work</source>
        <translation>Bei der Arbeit</translation>
    </message>
    <message>
        <source>FOG&apos;s own nodes do the imaging; this laptop shows the way to them.</source>
        <translation>Die Images übertragen FOGs eigene Knoten; dieser Laptop zeigt den Weg zu ihnen.</translation>
    </message>
    <message>
        <source>Free</source>
        <translation>Frei</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>Knoten</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Storage nodes</source>
        <translation>Speicherknoten</translation>
    </message>
    <message>
        <source>Told only to somebody who is signed in</source>
        <translation>Nur für Angemeldete</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>abgeschaltet</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>{count} nodes</source>
        <translation>{count} Knoten</translation>
    </message>
    <message>
        <source>{count} tasks run there.</source>
        <translation>Dort laufen {count} Aufgaben.</translation>
    </message>
    <message>
        <source>{node} (master)</source>
        <translation>{node} (Master)</translation>
    </message>
    <message>
        <source>{running} of {most}</source>
        <translation>{running} von {most}</translation>
    </message>
    <message>
        <source>{running} of {most}, {waiting} wait</source>
        <translation>{running} von {most}, {waiting} warten</translation>
    </message>
    <message>
        <source>{work}, {count} wait</source>
        <translation>{work}, {count} warten</translation>
    </message>
</context>
<context>
    <name>FogTasksCard</name>
    <message>
        <source> What is shown is as of {time}.</source>
        <translation> Gezeigt ist der Stand von {time}.</translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 Aufgabe</translation>
    </message>
    <message>
        <source>Asking for the tasks…</source>
        <translation>Frage nach den Aufgaben…</translation>
    </message>
    <message>
        <source>Asks for the tokens of the server&apos;s API</source>
        <translation>Fragt nach den Token für die API des Servers</translation>
    </message>
    <message>
        <source>Cance&amp;l task…</source>
        <translation>Aufgabe a&amp;bbrechen…</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Deploy - No Snapins</source>
        <translation>Deploy - No Snapins</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ends the chosen task on the server</source>
        <translation>Beendet die gewählte Aufgabe auf dem Server</translation>
    </message>
    <message>
        <source>FOG tells its tasks only to somebody with tokens of its API.</source>
        <translation>FOG nennt seine Aufgaben nur, wer Token für seine API hat.</translation>
    </message>
    <message>
        <source>Forgets the tokens, here and in the system&apos;s keyring</source>
        <translation>Vergisst die Token, hier und im Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>No server looked at</source>
        <translation>Kein Server angesehen</translation>
    </message>
    <message>
        <source>No task is active</source>
        <translation>Keine Aufgabe ist aktiv</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>S&amp;ign in…</source>
        <translation>An&amp;melden…</translation>
    </message>
    <message>
        <source>S&amp;ign out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>the computer is there and waits</source>
        <translation>der Computer ist da und wartet</translation>
    </message>
    <message>
        <source>{count} in progress</source>
        <translation>{count} laufen</translation>
    </message>
    <message>
        <source>{count} tasks</source>
        <translation>{count} Aufgaben</translation>
    </message>
</context>
<context>
    <name>FogTasksDesk</name>
    <message>
        <source>The API of this server is off, so it tells no tasks. Switch it on in FOG&apos;s settings.</source>
        <translation>Die API dieses Servers ist aus, darum nennt er keine Aufgaben. Schalten Sie sie in den Einstellungen von FOG ein.</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>1 address given</source>
        <translation>1 Adresse vergeben</translation>
    </message>
    <message>
        <source>Answering {ports}</source>
        <translation>Antwortet auf {ports}</translation>
    </message>
    <message>
        <source>DHCP servers were asked. Computers are answered only once you press Start.</source>
        <translation>DHCP-Server wurden gefragt. Computern wird erst geantwortet, wenn Sie auf Start drücken.</translation>
    </message>
    <message>
        <source>Listening only</source>
        <translation>Hört nur zu</translation>
    </message>
    <message>
        <source>Nothing has been sent. FOG Portable starts answering only when you press Start.</source>
        <translation>Es wurde nichts gesendet. FOG Portable antwortet erst, wenn Sie auf Start drücken.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>{count} addresses given</source>
        <translation>{count} Adressen vergeben</translation>
    </message>
</context>
<context>
    <name>GuideBrowser</name>
    <message>
        <source>Guide page</source>
        <translation>Seite der Anleitung</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>FOG Portable guide</source>
        <translation>Anleitung zu FOG Portable</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find in the guide</source>
        <translation>In der Anleitung suchen</translation>
    </message>
    <message>
        <source>Find in the guide  (Ctrl+F)</source>
        <translation>In der Anleitung suchen  (Strg+F)</translation>
    </message>
    <message>
        <source>Not in the guide</source>
        <translation>Nicht in der Anleitung</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Configuration (*.conf);;All files (*)</source>
        <translation>Konfiguration (*.conf);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Import dnsmasq configuration</source>
        <translation>dnsmasq-Konfiguration importieren</translation>
    </message>
</context>
<context>
    <name>ImportLineModel</name>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
</context>
<context>
    <name>ImportLines</name>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Not supported</source>
        <translation>Nicht unterstützt</translation>
    </message>
    <message>
        <source>Taken over</source>
        <translation>Übernommen</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
</context>
<context>
    <name>ImportReportDialog</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Only what needs your eyes</source>
        <translation>&amp;Nur was Ihre Augen braucht</translation>
    </message>
    <message>
        <source>&amp;Use this profile</source>
        <translation>Dieses &amp;Profil verwenden</translation>
    </message>
    <message>
        <source>Copy the whole report (Ctrl+C)</source>
        <translation>Den ganzen Bericht kopieren (Strg+C)</translation>
    </message>
    <message>
        <source>Import dnsmasq configuration</source>
        <translation>dnsmasq-Konfiguration importieren</translation>
    </message>
    <message>
        <source>Lines of the configuration</source>
        <translation>Zeilen der Konfiguration</translation>
    </message>
    <message>
        <source>Of {count} lines: {lines}. Nothing is saved until you save the profile.</source>
        <translation>Von {count} Zeilen: {lines}. Gespeichert wird erst, wenn Sie das Profil speichern.</translation>
    </message>
    <message>
        <source>To do: {sentence}</source>
        <translation>Zu tun: {sentence}</translation>
    </message>
    <message>
        <source>no line says anything</source>
        <translation>keine Zeile sagt etwas</translation>
    </message>
</context>
<context>
    <name>JourneyDrawer</name>
    <message>
        <source>Close journey</source>
        <translation>Verlauf schließen</translation>
    </message>
    <message>
        <source>Copy as te&amp;xt</source>
        <translation>Als Te&amp;xt kopieren</translation>
    </message>
    <message>
        <source>Files it has: {names}</source>
        <translation>Dateien, die er hat: {names}</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Journey of one computer</source>
        <translation>Verlauf eines Computers</translation>
    </message>
    <message>
        <source>Next computer</source>
        <translation>Nächster Computer</translation>
    </message>
    <message>
        <source>Packe&amp;ts…</source>
        <translation>Pa&amp;kete…</translation>
    </message>
    <message>
        <source>Previous computer</source>
        <translation>Voriger Computer</translation>
    </message>
    <message>
        <source>What passed between this computer and the laptop, taken apart</source>
        <translation>Was zwischen diesem Computer und dem Laptop hin und her ging, zerlegt</translation>
    </message>
    <message>
        <source>attempt {count}</source>
        <translation>Versuch {count}</translation>
    </message>
</context>
<context>
    <name>JourneyModel</name>
    <message>
        <source> (within {seconds} s)</source>
        <translation> (innerhalb von {seconds} s)</translation>
    </message>
    <message>
        <source>Expected next: {step}</source>
        <translation>Als Nächstes erwartet: {step}</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Als Nächstes: {step}</translation>
    </message>
    <message>
        <source>trouble, </source>
        <translation>Störung, </translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>LearnBar</name>
    <message>
        <source>En&amp;d</source>
        <translation>&amp;Ende</translation>
    </message>
    <message>
        <source>Keeps what was learned</source>
        <translation>Behält, was gelernt wurde</translation>
    </message>
    <message>
        <source>Learn seats</source>
        <translation>Plätze lernen</translation>
    </message>
    <message>
        <source>Nobody stands there</source>
        <translation>Dort steht niemand</translation>
    </message>
    <message>
        <source>S&amp;kip seat</source>
        <translation>Platz ü&amp;berspringen</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>Z&amp;urücknehmen</translation>
    </message>
    <message>
        <source>The last computer was another one</source>
        <translation>Der letzte Computer war ein anderer</translation>
    </message>
</context>
<context>
    <name>LearnedCard</name>
    <message>
        <source>, machine {prefix}…</source>
        <translation>, Gerät {prefix}…</translation>
    </message>
    <message>
        <source>Asked for on port 4011</source>
        <translation>Auf Port 4011 nachgefragt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Computers that ignore one shape of offer get the next. What their model takes is remembered.</source>
        <translation>Computer, die eine Form des Angebots übergehen, bekommen die nächste. Was ihr Modell annimmt, wird gemerkt.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alles vergessen</translation>
    </message>
    <message>
        <source>Forget all that was learned</source>
        <translation>Alles Gelernte vergessen</translation>
    </message>
    <message>
        <source>Forget the chosen model</source>
        <translation>Das gewählte Modell vergessen</translation>
    </message>
    <message>
        <source>Models and the shape they take</source>
        <translation>Modelle und die Form, die sie annehmen</translation>
    </message>
    <message>
        <source>Nothing is remembered.</source>
        <translation>Es ist nichts gemerkt.</translation>
    </message>
    <message>
        <source>The file with the offer</source>
        <translation>Die Datei im Angebot</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu</source>
        <translation>Das Menü der Firmware</translation>
    </message>
    <message>
        <source>What was learned</source>
        <translation>Was gelernt wurde</translation>
    </message>
</context>
<context>
    <name>LeasesCard</name>
    <message>
        <source>1 address given on {card}</source>
        <translation>1 Adresse auf {card} vergeben</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Addresses given</source>
        <translation>Vergebene Adressen</translation>
    </message>
    <message>
        <source>Ends in</source>
        <translation>Endet in</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Leads to the side of the Boot page where it is set up</source>
        <translation>Führt zu dem Bereich der Seite Booten, in dem es eingerichtet wird</translation>
    </message>
    <message>
        <source>Leased</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No address given yet</source>
        <translation>Noch keine Adresse vergeben</translation>
    </message>
    <message>
        <source>No address is given out</source>
        <translation>Es wird keine Adresse vergeben</translation>
    </message>
    <message>
        <source>Private network…</source>
        <translation>Privates Netzwerk…</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>That needs a private network, on a card of its own.</source>
        <translation>Dazu braucht es ein privates Netzwerk auf einer eigenen Karte.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>{card} gives one to who asks.</source>
        <translation>{card} gibt jedem eine, der fragt.</translation>
    </message>
    <message>
        <source>{count} addresses given on {card}</source>
        <translation>{count} Adressen auf {card} vergeben</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
</context>
<context>
    <name>LogFilters</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>DHCP</source>
        <translation>DHCP</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a computer, file or word</source>
        <translation>Computer, Datei oder Wort suchen</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>TFTP</source>
        <translation>TFTP</translation>
    </message>
    <message>
        <source>This level and graver ones</source>
        <translation>Diese Stufe und schwerere</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>1 event</source>
        <translation>1 Ereignis</translation>
    </message>
    <message>
        <source>After Start, every step of every computer is written here.</source>
        <translation>Nach dem Start wird hier jeder Schritt jedes Computers aufgeschrieben.</translation>
    </message>
    <message>
        <source>Choose a line to read it whole here.</source>
        <translation>Wählen Sie eine Zeile, um sie hier ganz zu lesen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the selected lines, or all that are shown ({keys})</source>
        <translation>Die gewählten Zeilen kopieren, oder alle gezeigten ({keys})</translation>
    </message>
    <message>
        <source>Current line</source>
        <translation>Aktuelle Zeile</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hold the list still; new lines wait and none is lost</source>
        <translation>Hält die Liste an; neue Zeilen warten, und keine geht verloren</translation>
    </message>
    <message>
        <source>Keep the newest line in sight; stops when you scroll up</source>
        <translation>Die neueste Zeile im Blick behalten; endet, wenn Sie nach oben blättern</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No event passes this filter.</source>
        <translation>Kein Ereignis passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Es ist noch nichts geschehen.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>paused, {count} waiting</source>
        <translation>angehalten, {count} warten</translation>
    </message>
    <message>
        <source>{count} are missing here: they came faster than the log could keep them.</source>
        <translation>{count} fehlen hier: Sie kamen schneller, als das Protokoll sie behalten konnte.</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} Ereignisse</translation>
    </message>
    <message>
        <source>{shown} of {all} shown</source>
        <translation>{shown} von {all} gezeigt</translation>
    </message>
</context>
<context>
    <name>MenuEditor</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>0 waits until somebody chooses</source>
        <translation>0 wartet, bis jemand wählt</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add an entry below</source>
        <translation>Fügen Sie unten einen Eintrag hinzu</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Move the entry down</source>
        <translation>Den Eintrag nach unten verschieben</translation>
    </message>
    <message>
        <source>Move the entry up</source>
        <translation>Den Eintrag nach oben verschieben</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>Auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the entry</source>
        <translation>Den Eintrag entfernen</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Seconds; 0 waits until somebody chooses</source>
        <translation>Sekunden; 0 wartet, bis jemand wählt</translation>
    </message>
    <message>
        <source>Something is missing in “{entry}”.</source>
        <translation>In „{entry}“ fehlt etwas.</translation>
    </message>
    <message>
        <source>Take the default after</source>
        <translation>Vorgabe nehmen nach</translation>
    </message>
    <message>
        <source>The iPXE script that computers get as boot.ipxe</source>
        <translation>Das iPXE-Skript, das Computer als boot.ipxe bekommen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Wait for ever</source>
        <translation>Unbegrenzt warten</translation>
    </message>
</context>
<context>
    <name>MenuEntryDelegate</name>
    <message>
        <source>default</source>
        <translation>Vorgabe</translation>
    </message>
</context>
<context>
    <name>MenuEntryForm</name>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>BCD</source>
        <translation>BCD</translation>
    </message>
    <message>
        <source>Boot file</source>
        <translation>Boot-Datei</translation>
    </message>
    <message>
        <source>By wimboot, on BIOS and UEFI x64, not under Secure Boot. Debian has no package of wimboot: put the file into the boot folder. BCD and boot.sdi may be left out with wimboot 2.7 or newer.</source>
        <translation>Mit wimboot, auf BIOS und UEFI x64, nicht unter Secure Boot. Debian hat kein Paket von wimboot: Legen Sie die Datei in den Boot-Ordner. BCD und boot.sdi dürfen ab wimboot 2.7 fehlen.</translation>
    </message>
    <message>
        <source>ISO</source>
        <translation>ISO</translation>
    </message>
    <message>
        <source>Initrd</source>
        <translation>Initrd</translation>
    </message>
    <message>
        <source>Install Debian</source>
        <translation>Debian installieren</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Make default</source>
        <translation>Zur Vorgabe machen</translation>
    </message>
    <message>
        <source>Surest with the image&apos;s own kernel and initrd; @iso@ in the arguments becomes the image&apos;s address. With memdisk: BIOS only. With neither, the image is read over HTTP: a BIOS starts any bootable CD, UEFI only one whose loader is made for UEFI and does not look for the CD again.</source>
        <translation>Am sichersten mit Kernel und Initrd des Abbilds selbst; @iso@ in den Argumenten wird zur Adresse des Abbilds. Mit memdisk: nur BIOS. Ohne beides wird das Abbild über HTTP gelesen: Ein BIOS startet jede bootfähige CD, UEFI nur eine, deren Loader für UEFI gemacht ist und die CD nicht noch einmal sucht.</translation>
    </message>
    <message>
        <source>Taken when nobody chooses</source>
        <translation>Wird genommen, wenn niemand wählt</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>This is the default</source>
        <translation>Das ist die Vorgabe</translation>
    </message>
    <message>
        <source>WIM</source>
        <translation>WIM</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Web-Adresse</translation>
    </message>
    <message>
        <source>boot.sdi</source>
        <translation>boot.sdi</translation>
    </message>
    <message>
        <source>memdisk</source>
        <translation>memdisk</translation>
    </message>
    <message>
        <source>such as {example}</source>
        <translation>etwa {example}</translation>
    </message>
    <message>
        <source>such as {example}, one per line</source>
        <translation>etwa {example}, einer je Zeile</translation>
    </message>
    <message>
        <source>wimboot</source>
        <translation>wimboot</translation>
    </message>
</context>
<context>
    <name>MenuEntryModel</name>
    <message>
        <source>(no text)</source>
        <translation>(kein Text)</translation>
    </message>
    <message>
        <source>Boot from the local disk</source>
        <translation>Von der lokalen Festplatte booten</translation>
    </message>
    <message>
        <source>Go to a boot file</source>
        <translation>Zu einer Boot-Datei gehen</translation>
    </message>
    <message>
        <source>Go to a web address</source>
        <translation>Zu einer Web-Adresse gehen</translation>
    </message>
    <message>
        <source>Open the iPXE shell</source>
        <translation>Die iPXE-Shell öffnen</translation>
    </message>
    <message>
        <source>Start Windows PE</source>
        <translation>Windows PE starten</translation>
    </message>
    <message>
        <source>Start a Linux kernel</source>
        <translation>Einen Linux-Kernel starten</translation>
    </message>
    <message>
        <source>Start an ISO image</source>
        <translation>Ein ISO-Abbild starten</translation>
    </message>
    <message>
        <source>no text</source>
        <translation>kein Text</translation>
    </message>
    <message>
        <source>the default</source>
        <translation>die Vorgabe</translation>
    </message>
</context>
<context>
    <name>MenuMeter</name>
    <message>
        <source>, too many</source>
        <translation>, zu viel</translation>
    </message>
    <message>
        <source>No menu</source>
        <translation>Kein Menü</translation>
    </message>
    <message>
        <source>{kind}: {size} of {budget} bytes</source>
        <translation>{kind}: {size} von {budget} Byte</translation>
    </message>
</context>
<context>
    <name>MenuScreen</name>
    <message>
        <source>What the computers show</source>
        <translation>Was die Computer zeigen</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;About FOG Portable</source>
        <translation>&amp;Über FOG Portable</translation>
    </message>
    <message>
        <source>&amp;Before you start</source>
        <translation>&amp;Vor dem Start</translation>
    </message>
    <message>
        <source>&amp;Boot</source>
        <translation>&amp;Booten</translation>
    </message>
    <message>
        <source>&amp;Boot from the network again</source>
        <translation>Wieder über das Netzwerk &amp;booten</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>&amp;Erneut prüfen</translation>
    </message>
    <message>
        <source>&amp;Clients</source>
        <translation>&amp;Computer</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Dark colours</source>
        <translation>&amp;Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Deploy an image…</source>
        <translation>Image verte&amp;ilen…</translation>
    </message>
    <message>
        <source>&amp;FOG</source>
        <translation>&amp;FOG</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Get boot files…</source>
        <translation>Boot-Dateien &amp;holen…</translation>
    </message>
    <message>
        <source>&amp;Guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Help on this control</source>
        <translation>&amp;Hilfe zu diesem Element</translation>
    </message>
    <message>
        <source>&amp;Import dnsmasq configuration…</source>
        <translation>dnsmasq-Konfiguration &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Journey</source>
        <translation>Ver&amp;lauf</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>Tastenkür&amp;zel</translation>
    </message>
    <message>
        <source>&amp;Learn seats…</source>
        <translation>Plätze lernen (&amp;der Reihe nach)…</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;New profile</source>
        <translation>&amp;Neues Profil</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>Nächster &amp;Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Next that needs you</source>
        <translation>&amp;Nächster, der Hilfe braucht</translation>
    </message>
    <message>
        <source>&amp;Open profile…</source>
        <translation>Profil ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Previous part of the window</source>
        <translation>V&amp;origer Teil des Fensters</translation>
    </message>
    <message>
        <source>&amp;Previous that needs you</source>
        <translation>&amp;Voriger, der Hilfe braucht</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Register in FOG…</source>
        <translation>In FOG &amp;registrieren…</translation>
    </message>
    <message>
        <source>&amp;Rehearse without PCs</source>
        <translation>Probe&amp;lauf ohne PCs</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>&amp;Raum</translation>
    </message>
    <message>
        <source>&amp;Save profile</source>
        <translation>Profil &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;What does this code mean?…</source>
        <translation>&amp;Was bedeutet dieser Code?…</translation>
    </message>
    <message>
        <source>&amp;What would FOG give it?</source>
        <translation>Was würde FOG ihm &amp;geben?</translation>
    </message>
    <message>
        <source>Allow in &amp;firewall…</source>
        <translation>In &amp;Firewall erlauben…</translation>
    </message>
    <message>
        <source>Appro&amp;ve</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>Approve all that wa&amp;it</source>
        <translation>Alle &amp;Wartenden freigeben</translation>
    </message>
    <message>
        <source>Assi&amp;gn seat…</source>
        <translation>Platz &amp;zuweisen…</translation>
    </message>
    <message>
        <source>C&amp;apture its disk…</source>
        <translation>Seine &amp;Platte aufnehmen…</translation>
    </message>
    <message>
        <source>Cancel its &amp;task…</source>
        <translation>Seine &amp;Aufgabe abbrechen…</translation>
    </message>
    <message>
        <source>Check net&amp;work</source>
        <translation>Net&amp;z prüfen</translation>
    </message>
    <message>
        <source>Col&amp;umns…</source>
        <translation>&amp;Spalten…</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Farben des S&amp;ystems</translation>
    </message>
    <message>
        <source>Copy &amp;diagnostics</source>
        <translation>&amp;Diagnose kopieren</translation>
    </message>
    <message>
        <source>D&amp;one: to its own disk</source>
        <translation>Fer&amp;tig: auf die eigene Platte</translation>
    </message>
    <message>
        <source>High &amp;contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Keys for &amp;network boot…</source>
        <translation>&amp;Tasten für den Netzwerkstart…</translation>
    </message>
    <message>
        <source>L&amp;ight colours</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>List or sea&amp;ts</source>
        <translation>L&amp;iste oder Plätze</translation>
    </message>
    <message>
        <source>Net&amp;work</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>Obser&amp;ve</source>
        <translation>&amp;Beobachten</translation>
    </message>
    <message>
        <source>Onl&amp;y computers I approve</source>
        <translation>Nur freigegebene &amp;Computer</translation>
    </message>
    <message>
        <source>Open &amp;capture or session…</source>
        <translation>Mits&amp;chnitt oder Sitzung öffnen…</translation>
    </message>
    <message>
        <source>Pre&amp;ferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>R&amp;eport</source>
        <translation>B&amp;ericht</translation>
    </message>
    <message>
        <source>Rehearse wit&amp;h more…</source>
        <translation>Probelauf &amp;mit mehr …</translation>
    </message>
    <message>
        <source>Roo&amp;m…</source>
        <translation>Ra&amp;um…</translation>
    </message>
    <message>
        <source>Room displa&amp;y</source>
        <translation>R&amp;aumanzeige</translation>
    </message>
    <message>
        <source>S&amp;erve</source>
        <translation>B&amp;etrieb</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Sa&amp;ve session…</source>
        <translation>Sit&amp;zung speichern…</translation>
    </message>
    <message>
        <source>Save profile &amp;as…</source>
        <translation>Profil speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Se&amp;ats from a list…</source>
        <translation>Plätze &amp;aus einer Liste…</translation>
    </message>
    <message>
        <source>Seats &amp;into a list…</source>
        <translation>Plätze in eine Liste s&amp;chreiben…</translation>
    </message>
    <message>
        <source>Stop &amp;by itself…</source>
        <translation>&amp;Von selbst stoppen…</translation>
    </message>
    <message>
        <source>Take the approva&amp;l back</source>
        <translation>Freigabe zurückneh&amp;men</translation>
    </message>
    <message>
        <source>Wa&amp;ke by FOG</source>
        <translation>Per F&amp;OG aufwecken</translation>
    </message>
    <message>
        <source>Wake from &amp;here</source>
        <translation>Von &amp;hier aufwecken</translation>
    </message>
    <message>
        <source>Wake the whole roo&amp;m from here…</source>
        <translation>Den ganzen Raum von hier aufw&amp;ecken…</translation>
    </message>
</context>
<context>
    <name>NetworkAnswer</name>
    <message>
        <source>Nobody answers on {card}, so computers get no address there. Start the site&apos;s DHCP server, or set up a private network.</source>
        <translation>Auf {card} antwortet niemand, also bekommen Computer dort keine Adresse. Starten Sie den DHCP-Server des Standorts oder richten Sie ein privates Netzwerk ein.</translation>
    </message>
    <message>
        <source>Nobody else answers on {card}: addresses can be given there.</source>
        <translation>Auf {card} antwortet sonst niemand: Dort können Adressen vergeben werden.</translation>
    </message>
    <message>
        <source>{server} gives addresses on {card}, as a site needs it.</source>
        <translation>{server} vergibt Adressen auf {card}, wie es ein Standort braucht.</translation>
    </message>
    <message>
        <source>{server} gives addresses on {card}, so a private network is refused there. Serve {card} without one, or unplug that server.</source>
        <translation>{server} vergibt Adressen auf {card}, darum wird ein privates Netzwerk dort abgelehnt. Nehmen Sie {card} ohne privates Netzwerk oder stecken Sie jenen Server ab.</translation>
    </message>
</context>
<context>
    <name>NetworkCard</name>
    <message>
        <source>Addresses from</source>
        <translation>Adressen von</translation>
    </message>
    <message>
        <source>Also heard</source>
        <translation>Auch gehört</translation>
    </message>
    <message>
        <source>Asks as a computer would and listens to the switch, for up to 10 s; takes no address</source>
        <translation>Fragt wie ein Computer und hört dem Switch zu, bis zu 10 s lang; nimmt keine Adresse</translation>
    </message>
    <message>
        <source>Boot servers</source>
        <translation>Bootserver</translation>
    </message>
    <message>
        <source>Cancel chec&amp;k</source>
        <translation>Net&amp;zprüfung abbrechen</translation>
    </message>
    <message>
        <source>Check networ&amp;k</source>
        <translation>Net&amp;z prüfen</translation>
    </message>
    <message>
        <source>Check network asks as a computer would, for up to 10 s, and takes no address.</source>
        <translation>Netz prüfen fragt wie ein Computer, bis zu 10 s lang, und nimmt keine Adresse.</translation>
    </message>
    <message>
        <source>Check of the network</source>
        <translation>Prüfung des Netzes</translation>
    </message>
    <message>
        <source>IGMP querier</source>
        <translation>IGMP-Querier</translation>
    </message>
    <message>
        <source>Not asked yet. You can start without asking.</source>
        <translation>Noch nicht gefragt. Sie können auch so starten.</translation>
    </message>
    <message>
        <source>Spanning tree</source>
        <translation>Spanning Tree</translation>
    </message>
    <message>
        <source>Switch, VLAN</source>
        <translation>Switch, VLAN</translation>
    </message>
    <message>
        <source>This network</source>
        <translation>Dieses Netz</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Would boot</source>
        <translation>Würde starten</translation>
    </message>
    <message>
        <source>Your system asks for your password first, because only an administrator may listen to a network card.</source>
        <translation>Ihr System fragt zuerst nach Ihrem Passwort, denn nur ein Administrator darf an einer Netzwerkkarte mithören.</translation>
    </message>
</context>
<context>
    <name>NetworkCheck</name>
    <message>
        <source>Asking on {card}, this takes up to 10 s.</source>
        <translation>Fragt auf {card}, das dauert bis zu 10 s.</translation>
    </message>
    <message>
        <source>Choose a network first.</source>
        <translation>Wählen Sie zuerst ein Netz.</translation>
    </message>
    <message>
        <source>FOG server…</source>
        <translation>FOG-Server…</translation>
    </message>
    <message>
        <source>Heard just now on {card}.</source>
        <translation>Eben auf {card} gehört.</translation>
    </message>
    <message>
        <source>Heard {age} ago on {card}.</source>
        <translation>Vor {age} auf {card} gehört.</translation>
    </message>
    <message>
        <source>Out of date: heard {age} ago on {card}, and the network is another one now.</source>
        <translation>Veraltet: vor {age} auf {card} gehört, und das Netz ist jetzt ein anderes.</translation>
    </message>
    <message>
        <source>Private network…</source>
        <translation>Privates Netzwerk…</translation>
    </message>
    <message>
        <source>The cable of {card} is not plugged in.</source>
        <translation>Das Kabel von {card} steckt nicht.</translation>
    </message>
    <message>
        <source>You can start meanwhile.</source>
        <translation>Sie können inzwischen starten.</translation>
    </message>
    <message>
        <source>Your system may ask for your password. {more}</source>
        <translation>Ihr System fragt vielleicht nach Ihrem Passwort. {more}</translation>
    </message>
</context>
<context>
    <name>NetworkDesk</name>
    <message>
        <source>Stopped before it was known whether one answers</source>
        <translation>Beendet, bevor bekannt war, ob einer antwortet</translation>
    </message>
</context>
<context>
    <name>NetworkPart</name>
    <message>
        <source>Asking, this takes up to 10 s.</source>
        <translation>Fragt, das dauert bis zu 10 s.</translation>
    </message>
</context>
<context>
    <name>NetworkPicker</name>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Private network on {card} only</source>
        <translation>Nur privates Netzwerk auf {card}</translation>
    </message>
    <message>
        <source>The network card that computers are answered on</source>
        <translation>Die Netzwerkkarte, auf der Computern geantwortet wird</translation>
    </message>
    <message>
        <source>The private network only</source>
        <translation>Nur das private Netzwerk</translation>
    </message>
</context>
<context>
    <name>NetworkWords</name>
    <message>
        <source>A private network, if this is a switch of your own</source>
        <translation>Ein privates Netz, wenn dies ein eigener Switch ist</translation>
    </message>
    <message>
        <source>Check again before anything is changed</source>
        <translation>Noch einmal prüfen, bevor etwas geändert wird</translation>
    </message>
    <message>
        <source>Mend that, then Start: this laptop answers beside it</source>
        <translation>Das beheben, dann starten: dieser Laptop antwortet daneben</translation>
    </message>
    <message>
        <source>Network boot is switched off in the firmware of the PC, or another key was pressed.</source>
        <translation>Netzwerkstart ist in der Firmware des PCs ausgeschaltet, oder es wurde eine andere Taste gedrückt.</translation>
    </message>
    <message>
        <source>No DHCP server answered here, so this may not be the room&apos;s network.</source>
        <translation>Hier hat kein DHCP-Server geantwortet, also ist dies vielleicht nicht das Netz des Raums.</translation>
    </message>
    <message>
        <source>Nothing: computers boot here already</source>
        <translation>Nichts: Computer starten hier schon</translation>
    </message>
    <message>
        <source>Nothing: the other FOG Portable serves this network</source>
        <translation>Nichts: das andere FOG Portable bedient dieses Netz</translation>
    </message>
    <message>
        <source>Our own broadcasts came back: a cable leads round in a circle and drowns everything else.</source>
        <translation>Unsere eigenen Rundsendungen kamen zurück: ein Kabel führt im Kreis und übertönt alles andere.</translation>
    </message>
    <message>
        <source>Our own broadcasts did not come back: no loop was seen.</source>
        <translation>Unsere eigenen Rundsendungen kamen nicht zurück: keine Schleife gesehen.</translation>
    </message>
    <message>
        <source>Point computers to the FOG server {address}</source>
        <translation>Computer an den FOG-Server {address} verweisen</translation>
    </message>
    <message>
        <source>Start: this laptop answers beside it</source>
        <translation>Starten: dieser Laptop antwortet daneben</translation>
    </message>
    <message>
        <source>Tagged frames of VLAN {numbers} come in: this is a port between switches, not one for computers.</source>
        <translation>Rahmen mit VLAN {numbers} kommen herein: dies ist ein Port zwischen Switches, keiner für Computer.</translation>
    </message>
    <message>
        <source>The PC hangs in another network or VLAN than this laptop (the switch has not said which this is).</source>
        <translation>Der PC hängt in einem anderen Netz oder VLAN als dieser Laptop (der Switch hat nicht gesagt, welches dies ist).</translation>
    </message>
    <message>
        <source>The PC hangs in another network or VLAN than this laptop.</source>
        <translation>Der PC hängt in einem anderen Netz oder VLAN als dieser Laptop.</translation>
    </message>
    <message>
        <source>The PC hangs in another network than this laptop, whose switch says: {port}.</source>
        <translation>Der PC hängt in einem anderen Netz als dieser Laptop, dessen Switch sagt: {port}.</translation>
    </message>
    <message>
        <source>The switch here has spanning tree: a port stays shut for up to {seconds} s after a PC is switched on.</source>
        <translation>Der Switch hier hat Spanning Tree: ein Port bleibt nach dem Einschalten eines PCs bis zu {seconds} s zu.</translation>
    </message>
    <message>
        <source>The switch port stays shut for 30 s after a PC is switched on (spanning tree).</source>
        <translation>Der Port am Switch bleibt nach dem Einschalten eines PCs 30 s zu (Spanning Tree).</translation>
    </message>
    <message>
        <source>The switch port stays shut for 30 s after a PC is switched on (spanning tree, not heard here yet).</source>
        <translation>Der Port am Switch bleibt nach dem Einschalten eines PCs 30 s zu (Spanning Tree, hier noch nicht gehört).</translation>
    </message>
    <message>
        <source>VLAN {number}</source>
        <translation>VLAN {number}</translation>
    </message>
    <message>
        <source>after Start from whoever answers first</source>
        <translation>nach dem Start von dem, der zuerst antwortet</translation>
    </message>
    <message>
        <source>asks {server} on port 4011 now</source>
        <translation>fragt jetzt {server} an Port 4011</translation>
    </message>
    <message>
        <source>from here after Start</source>
        <translation>nach dem Start von hier</translation>
    </message>
    <message>
        <source>heard, a new port opens after up to {seconds} s</source>
        <translation>gehört, ein neuer Port öffnet nach bis zu {seconds} s</translation>
    </message>
    <message>
        <source>heard, ports open at once</source>
        <translation>gehört, Ports öffnen sofort</translation>
    </message>
    <message>
        <source>heard, says nothing of the port</source>
        <translation>gehört, sagt nichts vom Port</translation>
    </message>
    <message>
        <source>heard, this port is open</source>
        <translation>gehört, dieser Port ist offen</translation>
    </message>
    <message>
        <source>its own disk now, as {server} says</source>
        <translation>jetzt die eigene Platte, wie {server} sagt</translation>
    </message>
    <message>
        <source>nobody answered</source>
        <translation>niemand hat geantwortet</translation>
    </message>
    <message>
        <source>none answered</source>
        <translation>keiner hat geantwortet</translation>
    </message>
    <message>
        <source>not heard yet</source>
        <translation>noch nicht gehört</translation>
    </message>
    <message>
        <source>nothing now</source>
        <translation>jetzt nichts</translation>
    </message>
    <message>
        <source>nothing, as it gets no address</source>
        <translation>nichts, denn es bekommt keine Adresse</translation>
    </message>
    <message>
        <source>port {port}</source>
        <translation>Port {port}</translation>
    </message>
    <message>
        <source>stops now, as {server} gives nothing on port 4011</source>
        <translation>hält jetzt an, da {server} auf Port 4011 nichts gibt</translation>
    </message>
    <message>
        <source>the menu of {server} now</source>
        <translation>jetzt das Menü von {server}</translation>
    </message>
    <message>
        <source>the same after Start</source>
        <translation>nach dem Start dasselbe</translation>
    </message>
    <message>
        <source>{address} asks for groups</source>
        <translation>{address} fragt nach Gruppen</translation>
    </message>
    <message>
        <source>{file} of {server} now</source>
        <translation>jetzt {file} von {server}</translation>
    </message>
    <message>
        <source>{now}, {after}</source>
        <translation>{now}, {after}</translation>
    </message>
    <message>
        <source>{server} answers network boot</source>
        <translation>{server} beantwortet Netzwerkstart</translation>
    </message>
    <message>
        <source>{server} names {file}</source>
        <translation>{server} nennt {file}</translation>
    </message>
    <message>
        <source>{server}: another FOG Portable</source>
        <translation>{server}: ein anderes FOG Portable</translation>
    </message>
    <message>
        <source>{who} (likely)</source>
        <translation>{who} (wahrscheinlich)</translation>
    </message>
    <message>
        <source>{who}: {fate}</source>
        <translation>{who}: {fate}</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>1 of {count}</source>
        <translation>1 von {count}</translation>
    </message>
    <message>
        <source>H&amp;ide</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>Hides this notice</source>
        <translation>Schließt diesen Hinweis</translation>
    </message>
</context>
<context>
    <name>OfferCard</name>
    <message>
        <source>Asked for on port 4011</source>
        <translation>Auf Port 4011 nachgefragt</translation>
    </message>
    <message>
        <source>Automatic: who ignores one shape gets the next</source>
        <translation>Automatisch: Wer eine Form übergeht, bekommt die nächste</translation>
    </message>
    <message>
        <source>How firmware is told</source>
        <translation>Wie es der Firmware gesagt wird</translation>
    </message>
    <message>
        <source>Networks behind relays</source>
        <translation>Netzwerke hinter Relays</translation>
    </message>
    <message>
        <source>Other TFTP server</source>
        <translation>Anderer TFTP-Server</translation>
    </message>
    <message>
        <source>Shape of the offer</source>
        <translation>Form des Angebots</translation>
    </message>
    <message>
        <source>The boot menu, as a script</source>
        <translation>Das Boot-Menü, als Skript</translation>
    </message>
    <message>
        <source>The file with the offer</source>
        <translation>Die Datei im Angebot</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu</source>
        <translation>Das Menü der Firmware</translation>
    </message>
    <message>
        <source>The same as firmware (PXELINUX, GRUB)</source>
        <translation>Dasselbe wie die Firmware (PXELINUX, GRUB)</translation>
    </message>
    <message>
        <source>What iPXE gets</source>
        <translation>Was iPXE bekommt</translation>
    </message>
    <message>
        <source>none, or 192.168.2.0/24</source>
        <translation>keine, oder 192.168.2.0/24</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>dieser Laptop</translation>
    </message>
</context>
<context>
    <name>OptionsCard</name>
    <message>
        <source>A text in plain letters, or bytes such as 0x c0 a8 01 14.</source>
        <translation>Ein Text in einfachen Buchstaben, oder Bytes wie 0x c0 a8 01 14.</translation>
    </message>
    <message>
        <source>DHCP options</source>
        <translation>DHCP-Optionen</translation>
    </message>
    <message>
        <source>For which computers</source>
        <translation>Für welche Computer</translation>
    </message>
    <message>
        <source>Further DHCP options, by number</source>
        <translation>Weitere DHCP-Optionen, nach Nummer</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>PXELINUX configuration (209)</source>
        <translation>PXELINUX-Konfiguration (209)</translation>
    </message>
    <message>
        <source>PXELINUX prefix (210)</source>
        <translation>PXELINUX-Präfix (210)</translation>
    </message>
    <message>
        <source>Root path (17)</source>
        <translation>Root-Pfad (17)</translation>
    </message>
    <message>
        <source>Send the TFTP server&apos;s address as option 150</source>
        <translation>Die Adresse des TFTP-Servers als Option 150 senden</translation>
    </message>
    <message>
        <source>The number of an option is 1 to 254.</source>
        <translation>Die Nummer einer Option ist 1 bis 254.</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>every computer</source>
        <translation>alle Computer</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
</context>
<context>
    <name>PacketsDialog</name>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>No packet of this computer is kept: only the newest are.</source>
        <translation>Von diesem Computer ist kein Paket aufbewahrt: nur die neuesten sind es.</translation>
    </message>
    <message>
        <source>Octets</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Packets of {computer}</source>
        <translation>Pakete von {computer}</translation>
    </message>
    <message>
        <source>The newest packets of our own ports. Headers that no socket shows are made up.</source>
        <translation>Die neuesten Pakete unserer eigenen Ports. Köpfe, die kein Socket zeigt, sind nachgebildet.</translation>
    </message>
    <message>
        <source>heard</source>
        <translation>gehört</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
</context>
<context>
    <name>Parsing</name>
    <message>
        <source>{text} is neither bios, x64, ia32, arm64 nor a number.</source>
        <translation>{text} ist weder bios, x64, ia32, arm64 noch eine Zahl.</translation>
    </message>
    <message>
        <source>{text} is not a UUID.</source>
        <translation>{text} ist keine UUID.</translation>
    </message>
    <message>
        <source>{text} is not a network such as 192.168.2.0/24.</source>
        <translation>{text} ist kein Netzwerk wie 192.168.2.0/24.</translation>
    </message>
    <message>
        <source>{text} is not an address such as 192.168.1.20.</source>
        <translation>{text} ist keine Adresse wie 192.168.1.20.</translation>
    </message>
    <message>
        <source>{text} is not an address such as 52:54:00:12:34:56, nor the beginning of one.</source>
        <translation>{text} ist keine Adresse wie 52:54:00:12:34:56 und auch nicht der Anfang einer solchen.</translation>
    </message>
    <message>
        <source>{text} is not an address such as 52:54:00:12:34:56.</source>
        <translation>{text} ist keine Adresse wie 52:54:00:12:34:56.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Forget known networks</source>
        <translation>&amp;Bekannte Netzwerke vergessen</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Show expert settings</source>
        <translation>&amp;Experten-Einstellungen zeigen</translation>
    </message>
    <message>
        <source>1 network is forgotten.</source>
        <translation>1 Netzwerk ist vergessen.</translation>
    </message>
    <message>
        <source>A language counts from the next start of the program.</source>
        <translation>Eine Sprache gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shapes of offers, further DHCP options, TFTP and HTTP.</source>
        <translation>Formen des Angebots, weitere DHCP-Optionen, TFTP und HTTP.</translation>
    </message>
    <message>
        <source>The side Expert of the Boot page</source>
        <translation>Der Bereich Experte der Seite Booten</translation>
    </message>
    <message>
        <source>{count} networks are forgotten.</source>
        <translation>{count} Netzwerke sind vergessen.</translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <source>Entries of the menu</source>
        <translation>Einträge des Menüs</translation>
    </message>
    <message>
        <source>What FOG would give</source>
        <translation>Was FOG geben würde</translation>
    </message>
    <message>
        <source>What is on its disk is lost then.</source>
        <translation>Was auf der Platte ist, geht dann verloren.</translation>
    </message>
    <message>
        <source>{entry}  (taken by itself)</source>
        <translation>{entry}  (wird von selbst genommen)</translation>
    </message>
</context>
<context>
    <name>PrivateNetworkSide</name>
    <message>
        <source>A network of your own</source>
        <translation>Ein eigenes Netzwerk</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Choose the card on which addresses are given.</source>
        <translation>Wählen Sie die Karte, auf der Adressen vergeben werden.</translation>
    </message>
    <message>
        <source>Computers that always get the same address</source>
        <translation>Computer, die immer dieselbe Adresse bekommen</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>First address</source>
        <translation>Erste Adresse</translation>
    </message>
    <message>
        <source>For a card on which nobody else gives addresses, such as a bare switch in a gym. FOG Portable looks before it starts, refuses where another DHCP server answers, and falls silent when one appears.</source>
        <translation>Für eine Karte, auf der sonst niemand Adressen vergibt, etwa ein einzelner Switch in einer Turnhalle. FOG Portable sieht vor dem Start nach, lehnt ab, wo ein anderer DHCP-Server antwortet, und verstummt, sobald einer auftaucht.</translation>
    </message>
    <message>
        <source>Give addresses on a card of its own</source>
        <translation>Adressen auf einer eigenen Karte vergeben</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Last address</source>
        <translation>Letzte Adresse</translation>
    </message>
    <message>
        <source>Lease time</source>
        <translation>Lease-Zeit</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name servers</source>
        <translation>Namensserver</translation>
    </message>
    <message>
        <source>Network card</source>
        <translation>Netzwerkkarte</translation>
    </message>
    <message>
        <source>No address is given out</source>
        <translation>Es wird keine Adresse vergeben</translation>
    </message>
    <message>
        <source>Private network</source>
        <translation>Privates Netzwerk</translation>
    </message>
    <message>
        <source>Router</source>
        <translation>Router</translation>
    </message>
    <message>
        <source>The last address comes before the first one.</source>
        <translation>Die letzte Adresse liegt vor der ersten.</translation>
    </message>
    <message>
        <source>The lease never ends</source>
        <translation>Die Lease endet nie</translation>
    </message>
    <message>
        <source>The network card on which addresses are given</source>
        <translation>Die Netzwerkkarte, auf der Adressen vergeben werden</translation>
    </message>
    <message>
        <source>{card} is not there now.</source>
        <translation>{card} ist jetzt nicht da.</translation>
    </message>
    <message>
        <source>{card} is served already, and the site gives the addresses there.</source>
        <translation>{card} wird schon versorgt, und der Standort vergibt dort die Adressen.</translation>
    </message>
</context>
<context>
    <name>ProfileDesk</name>
    <message>
        <source>room</source>
        <translation>raum</translation>
    </message>
</context>
<context>
    <name>ProfileFiles</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Profil öffnen</translation>
    </message>
    <message>
        <source>Profiles (*.toml)</source>
        <translation>Profile (*.toml)</translation>
    </message>
    <message>
        <source>Save profile as</source>
        <translation>Profil speichern unter</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Boot</source>
        <translation>Booten</translation>
    </message>
    <message>
        <source>FOG</source>
        <translation>FOG</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Webseiten</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>{page} (Ctrl+{key})</source>
        <translation>{page} (Strg+{key})</translation>
    </message>
</context>
<context>
    <name>RatePopover</name>
    <message>
        <source>Open the report</source>
        <translation>Den Bericht öffnen</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
</context>
<context>
    <name>RegisterDialog</name>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>&amp;Names</source>
        <translation>&amp;Namen</translation>
    </message>
    <message>
        <source>&amp;Register</source>
        <translation>&amp;Registrieren</translation>
    </message>
    <message>
        <source>Computers and their names</source>
        <translation>Computer und ihre Namen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Register in FOG</source>
        <translation>In FOG registrieren</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>room-## counts over names that are free; pc-@ takes the end of the hardware address.</source>
        <translation>raum-## zählt über freie Namen; pc-@ nimmt das Ende der Hardware-Adresse.</translation>
    </message>
</context>
<context>
    <name>RehearsalSizeDialog</name>
    <message>
        <source>&amp;Computers</source>
        <translation>&amp;Computer</translation>
    </message>
    <message>
        <source>&amp;Rehearse</source>
        <translation>&amp;Probelauf starten</translation>
    </message>
    <message>
        <source>Rehearse without PCs</source>
        <translation>Probelauf ohne PCs</translation>
    </message>
    <message>
        <source>They are software on this laptop and boot from the real services. Nothing leaves the laptop.</source>
        <translation>Sie sind Software auf diesem Laptop und starten von den echten Diensten. Nichts verlässt den Laptop.</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>1 came to the menu.</source>
        <translation>1 kam bis zum Menü.</translation>
    </message>
    <message>
        <source>1 computer</source>
        <translation>1 Computer</translation>
    </message>
    <message>
        <source>1 needs somebody.</source>
        <translation>1 braucht Hilfe.</translation>
    </message>
    <message>
        <source>1 of the room&apos;s {count} computers was not heard.</source>
        <translation>1 der {count} Computer des Raums wurde nicht gehört.</translation>
    </message>
    <message>
        <source>1 of {computers} was handed over in {time}.</source>
        <translation>{computers}, davon wurde 1 in {time} übergeben.</translation>
    </message>
    <message>
        <source>1 other device was left alone.</source>
        <translation>1 anderes Gerät wurde übergangen.</translation>
    </message>
    <message>
        <source>1 was not seen.</source>
        <translation>1 wurde nicht gesehen.</translation>
    </message>
    <message>
        <source>1 was on its way.</source>
        <translation>1 war unterwegs.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>All computers that asked for network boot</source>
        <translation>Alle Computer, die nach Netzwerk-Boot gefragt haben</translation>
    </message>
    <message>
        <source>Asked</source>
        <translation>Gefragt</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Fragt an</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Boot file it names</source>
        <translation>Boot-Datei, die er nennt</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Computers by how far they have come, at the end: {stages}.</source>
        <translation>Computer nach dem, wie weit sie am Ende kamen: {stages}.</translation>
    </message>
    <message>
        <source>Computers with something wrong</source>
        <translation>Computer, bei denen etwas nicht stimmte</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>FOG server</source>
        <translation>FOG-Server</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>First heard</source>
        <translation>Zuerst gehört</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>How far the computers came</source>
        <translation>Wie weit die Computer kamen</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Image läuft</translation>
    </message>
    <message>
        <source>In menu</source>
        <translation>Im Menü</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Gemacht mit</translation>
    </message>
    <message>
        <source>Maker and firmware</source>
        <translation>Hersteller und Firmware</translation>
    </message>
    <message>
        <source>May boot</source>
        <translation>Evtl. von hier</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Hilfe</translation>
    </message>
    <message>
        <source>No computer has asked for network boot.</source>
        <translation>Kein Computer hat nach Netzwerk-Boot gefragt.</translation>
    </message>
    <message>
        <source>No computer has been heard yet.</source>
        <translation>Noch kein Computer wurde gehört.</translation>
    </message>
    <message>
        <source>No other server of addresses or network boot was heard.</source>
        <translation>Kein anderer Server für Adressen oder Netzwerk-Boot wurde gehört.</translation>
    </message>
    <message>
        <source>None of {computers} was handed over.</source>
        <translation>{computers}, davon wurde keiner übergeben.</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>Nothing has been sent in the last minutes.</source>
        <translation>In den letzten Minuten wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Es wurde noch nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing that stands in the way.</source>
        <translation>Nichts, was im Weg steht.</translation>
    </message>
    <message>
        <source>Nothing went wrong with any computer.</source>
        <translation>Bei keinem Computer ging etwas schief.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Angeboten</translation>
    </message>
    <message>
        <source>Other servers on the network</source>
        <translation>Andere Server im Netzwerk</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Report made</source>
        <translation>Bericht erstellt</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Seats whose computer is known and was not heard: {seats}.</source>
        <translation>Plätze, deren Computer bekannt ist und nicht gehört wurde: {seats}.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sent to the room over {time}: at most {peak} after {moment}, {mean} on average while something was sent.</source>
        <translation>Über {time} an den Raum gesendet: höchstens {peak} nach {moment}, im Mittel {mean}, solange etwas gesendet wurde.</translation>
    </message>
    <message>
        <source>Sent to the room: now {now}, at most {most} in the last {time}.</source>
        <translation>An den Raum gesendet: jetzt {now}, höchstens {most} in den letzten {time}.</translation>
    </message>
    <message>
        <source>Served on</source>
        <translation>In Betrieb auf</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Servers that were heard</source>
        <translation>Gehörte Server</translation>
    </message>
    <message>
        <source>Session report: {what}</source>
        <translation>Sitzungsbericht: {what}</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Verstummt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>This was a rehearsal: the computers were made of software, and nothing left this laptop.</source>
        <translation>Das war ein Probelauf: Die Computer bestanden aus Software, und nichts verließ diesen Laptop.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauerte</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What it did last</source>
        <translation>Was er zuletzt tat</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Was das heißt</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Would boot</source>
        <translation>Würde booten</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <source>files from here</source>
        <translation>Dateien von hier</translation>
    </message>
    <message>
        <source>gives them</source>
        <translation>vergibt sie</translation>
    </message>
    <message>
        <source>local, {zone}</source>
        <translation>örtlich, {zone}</translation>
    </message>
    <message>
        <source>mended</source>
        <translation>behoben</translation>
    </message>
    <message>
        <source>no list of computers</source>
        <translation>keine Liste der Computer</translation>
    </message>
    <message>
        <source>none: a proxy</source>
        <translation>keine: ein Proxy</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>pointed at it</source>
        <translation>verwies auf ihn</translation>
    </message>
    <message>
        <source>still serving</source>
        <translation>noch in Betrieb</translation>
    </message>
    <message>
        <source>{card} ({address}), addresses given out</source>
        <translation>{card} ({address}), Adressen werden vergeben</translation>
    </message>
    <message>
        <source>{computer}: now {now}, at most {most}.</source>
        <translation>{computer}: jetzt {now}, höchstens {most}.</translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Byte</translation>
    </message>
    <message>
        <source>{count} came to the menu.</source>
        <translation>{count} kamen bis zum Menü.</translation>
    </message>
    <message>
        <source>{count} computers</source>
        <translation>{count} Computer</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} need somebody.</source>
        <translation>{count} brauchen Hilfe.</translation>
    </message>
    <message>
        <source>{count} of {computers} came to the boot menu in {time}.</source>
        <translation>{computers}, davon kamen {count} in {time} bis zum Boot-Menü.</translation>
    </message>
    <message>
        <source>{count} of {computers} were handed over in {time}.</source>
        <translation>{computers}, davon wurden {count} in {time} übergeben.</translation>
    </message>
    <message>
        <source>{count} other devices were left alone.</source>
        <translation>{count} andere Geräte wurden übergangen.</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} were not seen.</source>
        <translation>{count} wurden nicht gesehen.</translation>
    </message>
    <message>
        <source>{count} were on their way.</source>
        <translation>{count} waren unterwegs.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{missing} of the room&apos;s {count} computers were not heard.</source>
        <translation>{missing} der {count} Computer des Raums wurden nicht gehört.</translation>
    </message>
</context>
<context>
    <name>ReportDesk</name>
    <message>
        <source>Save the report as CSV</source>
        <translation>Den Bericht als CSV speichern</translation>
    </message>
    <message>
        <source>Save the report as HTML</source>
        <translation>Den Bericht als HTML speichern</translation>
    </message>
    <message>
        <source>Save the report as PDF</source>
        <translation>Den Bericht als PDF speichern</translation>
    </message>
    <message>
        <source>The report was saved to {file}.</source>
        <translation>Der Bericht wurde nach {file} gespeichert.</translation>
    </message>
    <message>
        <source>The report was sent to the printer.</source>
        <translation>Der Bericht wurde an den Drucker gesendet.</translation>
    </message>
    <message>
        <source>the printer</source>
        <translation>der Drucker</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>A page that any browser shows, with all computers</source>
        <translation>Eine Seite, die jeder Browser zeigt, mit allen Computern</translation>
    </message>
    <message>
        <source>A sheet with a line for each computer</source>
        <translation>Eine Tabelle mit einer Zeile je Computer</translation>
    </message>
    <message>
        <source>After Start, this page says who booted, how long it took and what went wrong.</source>
        <translation>Nach dem Start sagt diese Seite, wer gebootet hat, wie lange es dauerte und was schiefging.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose a line to read here what to do.</source>
        <translation>Wählen Sie eine Zeile, um hier zu lesen, was zu tun ist.</translation>
    </message>
    <message>
        <source>Chosen line</source>
        <translation>Gewählte Zeile</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>For the school&apos;s files</source>
        <translation>Für die Akten der Schule</translation>
    </message>
    <message>
        <source>How far the computers are</source>
        <translation>Wie weit die Computer sind</translation>
    </message>
    <message>
        <source>Nothing is wrong with any computer.</source>
        <translation>Bei keinem Computer stimmt etwas nicht.</translation>
    </message>
    <message>
        <source>On a printer of this laptop</source>
        <translation>Auf einem Drucker dieses Laptops</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>Als HTML speichern…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The session goes on: a report made now says how it stands now.</source>
        <translation>Die Sitzung geht weiter: Ein Bericht von jetzt sagt, wie es jetzt steht.</translation>
    </message>
    <message>
        <source>There is nothing to report yet.</source>
        <translation>Es gibt noch nichts zu berichten.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Writes no file</source>
        <translation>Schreibt keine Datei</translation>
    </message>
</context>
<context>
    <name>ReportPart</name>
    <message>
        <source>&amp;Print the report…</source>
        <translation>Bericht &amp;drucken…</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>RoomBar</name>
    <message>
        <source>Computers handed over</source>
        <translation>Übergebene Computer</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>RoomDialog</name>
    <message>
        <source>&amp;Columns of seats</source>
        <translation>&amp;Spalten von Plätzen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Rows of seats</source>
        <translation>&amp;Reihen von Plätzen</translation>
    </message>
    <message>
        <source>&amp;Seat names</source>
        <translation>N&amp;amen der Plätze</translation>
    </message>
    <message>
        <source>0 means no list</source>
        <translation>0 heißt keine Liste</translation>
    </message>
    <message>
        <source>C&amp;omputers</source>
        <translation>C&amp;omputer</translation>
    </message>
    <message>
        <source>Columns of seats</source>
        <translation>Spalten von Plätzen</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>No list</source>
        <translation>Keine Liste</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Room 204</source>
        <translation>Raum 204</translation>
    </message>
    <message>
        <source>Rows of seats</source>
        <translation>Reihen von Plätzen</translation>
    </message>
    <message>
        <source>Seat names</source>
        <translation>Namen der Plätze</translation>
    </message>
    <message>
        <source>Seats need both columns and rows.</source>
        <translation>Plätze brauchen Spalten und Reihen.</translation>
    </message>
    <message>
        <source>Several seats would have one name: write {nn} for the number.</source>
        <translation>Mehrere Plätze hießen gleich: Schreiben Sie {nn} für die Nummer.</translation>
    </message>
    <message>
        <source>With a number, the window says how many are done and which were not seen.</source>
        <translation>Mit einer Anzahl sagt das Fenster, wie viele fertig sind und welche nicht gesehen wurden.</translation>
    </message>
    <message>
        <source>Without columns and rows there is no seat map.</source>
        <translation>Ohne Spalten und Reihen gibt es keinen Sitzplan.</translation>
    </message>
    <message>
        <source>Write {nn} for the number, or {row} and {column}.</source>
        <translation>Schreiben Sie {nn} für die Nummer oder {row} und {column}.</translation>
    </message>
    <message>
        <source>{first} to {last}, counted along the rows</source>
        <translation>{first} bis {last}, entlang der Reihen gezählt</translation>
    </message>
</context>
<context>
    <name>RoomDisplay</name>
    <message>
        <source>Room display</source>
        <translation>Raumanzeige</translation>
    </message>
</context>
<context>
    <name>RoomRows</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find  (Ctrl+F)</source>
        <translation>Suchen  (Strg+F)</translation>
    </message>
</context>
<context>
    <name>RowsFrame</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
</context>
<context>
    <name>RulesSide</name>
    <message>
        <source>Approved</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>As the room&apos;s</source>
        <translation>Wie der Raum</translation>
    </message>
    <message>
        <source>Asked for on port 4011</source>
        <translation>Auf Port 4011 nachgefragt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Boot file</source>
        <translation>Boot-Datei</translation>
    </message>
    <message>
        <source>Gets no answer at all</source>
        <translation>Bekommt gar keine Antwort</translation>
    </message>
    <message>
        <source>Hardware address</source>
        <translation>Hardware-Adresse</translation>
    </message>
    <message>
        <source>Hardware addresses, or how several begin (52:54:00), with commas between them.</source>
        <translation>Hardware-Adressen, oder wie mehrere beginnen (52:54:00), mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Never these</source>
        <translation>Diese nie</translation>
    </message>
    <message>
        <source>Only computers I approve</source>
        <translation>Nur freigegebene Computer</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules, the first that fits wins</source>
        <translation>Regeln, die erste passende gilt</translation>
    </message>
    <message>
        <source>Shape of the offer</source>
        <translation>Form des Angebots</translation>
    </message>
    <message>
        <source>TFTP server</source>
        <translation>TFTP-Server</translation>
    </message>
    <message>
        <source>The file with the offer</source>
        <translation>Die Datei im Angebot</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu</source>
        <translation>Das Menü der Firmware</translation>
    </message>
    <message>
        <source>The first rule that fits a computer and says something wins. What is left empty fits everybody.</source>
        <translation>Es gilt die erste Regel, die zu einem Computer passt und etwas sagt. Was leer bleibt, passt zu jedem.</translation>
    </message>
    <message>
        <source>UUID</source>
        <translation>UUID</translation>
    </message>
    <message>
        <source>Who may boot</source>
        <translation>Wer booten darf</translation>
    </message>
    <message>
        <source>every computer, or bios, x64, ia32, arm64</source>
        <translation>alle Computer, oder bios, x64, ia32, arm64</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>iPXE script</source>
        <translation>iPXE-Skript</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>the boot menu</source>
        <translation>das Boot-Menü</translation>
    </message>
    <message>
        <source>the room&apos;s</source>
        <translation>wie der Raum</translation>
    </message>
</context>
<context>
    <name>SaveSessionDialog</name>
    <message>
        <source>&amp;Hardware addresses (the maker stays)</source>
        <translation>&amp;Hardware-Adressen (der Hersteller bleibt)</translation>
    </message>
    <message>
        <source>&amp;IP addresses</source>
        <translation>&amp;IP-Adressen</translation>
    </message>
    <message>
        <source>&amp;Names of computers</source>
        <translation>&amp;Namen von Computern</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgen</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>Mask before it is written</source>
        <translation>Vor dem Schreiben unkenntlich machen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
</context>
<context>
    <name>SavedDesk</name>
    <message>
        <source>Captures and sessions (*.pcap *.pcapng *.gz *{suffix});;All files (*)</source>
        <translation>Mitschnitte und Sitzungen (*.pcap *.pcapng *.gz *{suffix});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Diagnostics are copied: versions, network cards and findings, without secrets.</source>
        <translation>Die Diagnose ist kopiert: Versionen, Netzwerkkarten und Befunde, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>Open capture or session</source>
        <translation>Mitschnitt oder Sitzung öffnen</translation>
    </message>
    <message>
        <source>Save session</source>
        <translation>Sitzung speichern</translation>
    </message>
    <message>
        <source>Sessions (*{suffix})</source>
        <translation>Sitzungen (*{suffix})</translation>
    </message>
    <message>
        <source>The session is saved as {file}.</source>
        <translation>Die Sitzung ist als {file} gespeichert.</translation>
    </message>
</context>
<context>
    <name>SavedWindow</name>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>&amp;Packets</source>
        <translation>&amp;Pakete</translation>
    </message>
    <message>
        <source>Addresses or names in it are masked.</source>
        <translation>Adressen oder Namen darin sind unkenntlich gemacht.</translation>
    </message>
    <message>
        <source>C&amp;omputers ({count})</source>
        <translation>C&amp;omputer ({count})</translation>
    </message>
    <message>
        <source>Capture {file}, {frames} frames. Nothing is served.</source>
        <translation>Mitschnitt {file}, {frames} Rahmen. Es ist kein Betrieb.</translation>
    </message>
    <message>
        <source>Reading was stopped there: what follows is not in it.</source>
        <translation>Das Lesen wurde dort beendet: was folgt, fehlt darin.</translation>
    </message>
    <message>
        <source>Saved session of {day}, {time}. Nothing is served.</source>
        <translation>Gespeicherte Sitzung vom {day}, {time}. Es ist kein Betrieb.</translation>
    </message>
    <message>
        <source>The beginning of its log is missing.</source>
        <translation>Der Anfang ihres Protokolls fehlt.</translation>
    </message>
    <message>
        <source>The table is shown as it was saved.</source>
        <translation>Die Tabelle ist gezeigt, wie sie gespeichert wurde.</translation>
    </message>
</context>
<context>
    <name>SeatView</name>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
</context>
<context>
    <name>SeatsDesk</name>
    <message>
        <source>1 seat was taken over.</source>
        <translation>1 Platz wurde übernommen.</translation>
    </message>
    <message>
        <source>A rehearsal seats its computers by itself; your room stays as it is.</source>
        <translation>Ein Probelauf setzt seine Computer selbst; Ihr Raum bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>All seats had their turn, {learned} learned. Save the profile to keep them.</source>
        <translation>Alle Plätze waren an der Reihe, gelernt: {learned}. Speichern Sie das Profil, um sie zu behalten.</translation>
    </message>
    <message>
        <source>And {count} more lines.</source>
        <translation>Und {count} weitere Zeilen.</translation>
    </message>
    <message>
        <source>Choose a computer first: a row of the list, or a tile.</source>
        <translation>Wählen Sie zuerst einen Computer: eine Zeile der Liste oder eine Kachel.</translation>
    </message>
    <message>
        <source>List of seats</source>
        <translation>Liste der Plätze</translation>
    </message>
    <message>
        <source>Room…</source>
        <translation>Raum…</translation>
    </message>
    <message>
        <source>Seat {seat}: switch its computer on now. {learned} learned so far.</source>
        <translation>Platz {seat}: Schalten Sie jetzt seinen Computer ein. Bisher gelernt: {learned}.</translation>
    </message>
    <message>
        <source>Start first. Then computers are heard when they are switched on one after another.</source>
        <translation>Starten Sie zuerst. Dann werden Computer gehört, wenn sie nacheinander eingeschaltet werden.</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv);;All files (*)</source>
        <translation>Tabellen (*.csv *.txt *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>The seats are in {file}.</source>
        <translation>Die Plätze stehen in {file}.</translation>
    </message>
    <message>
        <source>This room has no seats. Give it columns and rows, or read a list of seats.</source>
        <translation>Dieser Raum hat keine Plätze. Geben Sie ihm Spalten und Reihen, oder lesen Sie eine Liste der Plätze ein.</translation>
    </message>
    <message>
        <source>{count} seats were taken over.</source>
        <translation>{count} Plätze wurden übernommen.</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source> (asked for on port 4011)</source>
        <translation> (auf Port 4011 nachgefragt)</translation>
    </message>
    <message>
        <source> A menu opens with {key} within {timeout_s:g} s.</source>
        <translation> Innerhalb von {timeout_s:g} s öffnet {key} ein Menü.</translation>
    </message>
    <message>
        <source> Also there: {others}.</source>
        <translation> Auch da: {others}.</translation>
    </message>
    <message>
        <source> HTTP takes any free port, as its usual ones are in use.</source>
        <translation> HTTP nimmt irgendeinen freien Port, denn die üblichen sind belegt.</translation>
    </message>
    <message>
        <source> HTTP takes {port}.</source>
        <translation> HTTP nimmt {port}.</translation>
    </message>
    <message>
        <source> again</source>
        <translation> erneut</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source> and follow {other}</source>
        <translation> und {other} folgen</translation>
    </message>
    <message>
        <source> at {storage}</source>
        <translation> auf {storage}</translation>
    </message>
    <message>
        <source> for ever</source>
        <translation> ohne Ende</translation>
    </message>
    <message>
        <source> for menu entry {type}</source>
        <translation> für Menüeintrag {type}</translation>
    </message>
    <message>
        <source> from {server}</source>
        <translation> von {server}</translation>
    </message>
    <message>
        <source> from {storage}</source>
        <translation> von {storage}</translation>
    </message>
    <message>
        <source> {name} is probably meant.</source>
        <translation> Gemeint ist wohl {name}.</translation>
    </message>
    <message>
        <source>&quot;{meant}&quot;, which is probably meant</source>
        <translation>„{meant}“, was wohl gemeint ist</translation>
    </message>
    <message>
        <source>&quot;{meant}&quot;, which is probably meant, or {expected}</source>
        <translation>„{meant}“, was wohl gemeint ist, oder {expected}</translation>
    </message>
    <message>
        <source>&quot;{meant}&quot;, which is probably meant; there are {others}</source>
        <translation>„{meant}“, was wohl gemeint ist; es gibt {others}</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no UUID, such as 4c4c4544-0038-3610-8052-b4c04f4a4d31</source>
        <translation>„{text}“ ist keine UUID wie 4c4c4544-0038-3610-8052-b4c04f4a4d31</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no hardware address, such as 52:54:00:12:34:56</source>
        <translation>„{text}“ ist keine Hardwareadresse wie 52:54:00:12:34:56</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is no host name, such as pc-07</source>
        <translation>„{text}“ ist kein Hostname wie pc-07</translation>
    </message>
    <message>
        <source>, its certificate not trusted yet</source>
        <translation>, seinem Zertifikat wird noch nicht vertraut</translation>
    </message>
    <message>
        <source>, port {port}</source>
        <translation>, Port {port}</translation>
    </message>
    <message>
        <source>, then it is switched off</source>
        <translation>, danach wird er ausgeschaltet</translation>
    </message>
    <message>
        <source>, which is not there</source>
        <translation>, und die ist nicht da</translation>
    </message>
    <message>
        <source>, which need not be there</source>
        <translation>, und die muss nicht da sein</translation>
    </message>
    <message>
        <source>, {low} to {high}</source>
        <translation>, {low} bis {high}</translation>
    </message>
    <message>
        <source>, {times} times</source>
        <translation>, {times} Mal</translation>
    </message>
    <message>
        <source>0.0.0.0 means the address of the machine that answers; here a value is fixed.</source>
        <translation>0.0.0.0 meint die Adresse des antwortenden Rechners; hier steht ein Wert fest.</translation>
    </message>
    <message>
        <source>0.0.0.0 means this machine; no router is told, because the card is not known yet.</source>
        <translation>0.0.0.0 meint diesen Rechner; es wird kein Router genannt, weil die Karte noch nicht bekannt ist.</translation>
    </message>
    <message>
        <source>7 and 9 get the same here.</source>
        <translation>7 und 9 bekommen hier dasselbe.</translation>
    </message>
    <message>
        <source>; the rest was left out</source>
        <translation>; der Rest wurde ausgelassen</translation>
    </message>
    <message>
        <source>A DHCP relay that overrides the server&apos;s address is not served.</source>
        <translation>Ein DHCP-Relay, das die Adresse des Servers überschreibt, wird nicht bedient.</translation>
    </message>
    <message>
        <source>A Raspberry Pi gets an offer of its own, made for its boot ROM.</source>
        <translation>Ein Raspberry Pi bekommt ein eigenes Angebot, gemacht für sein Boot-ROM.</translation>
    </message>
    <message>
        <source>A boot server answered, and nobody gave an address.</source>
        <translation>Ein Boot-Server hat geantwortet, und niemand hat eine Adresse gegeben.</translation>
    </message>
    <message>
        <source>A boot server, {server}, answers, but nobody gives addresses on {interface}, so no computer starts.</source>
        <translation>Ein Boot-Server, {server}, antwortet, aber niemand vergibt Adressen auf {interface}; so startet kein Computer.</translation>
    </message>
    <message>
        <source>A file of the program itself is missing or broken: {file}.</source>
        <translation>Eine Datei des Programms selbst fehlt oder ist beschädigt: {file}.</translation>
    </message>
    <message>
        <source>A folder named after the hardware address comes first.</source>
        <translation>Ein Ordner mit dem Namen der Hardwareadresse kommt zuerst.</translation>
    </message>
    <message>
        <source>A later line names the folder; it counts in dnsmasq too.</source>
        <translation>Eine spätere Zeile nennt den Ordner; sie zählt auch in dnsmasq.</translation>
    </message>
    <message>
        <source>A list of computers that may boot holds addresses only.</source>
        <translation>Eine Liste von Computern, die starten dürfen, enthält nur Adressen.</translation>
    </message>
    <message>
        <source>A menu has at most {most_entries} entries.</source>
        <translation>Ein Menü hat höchstens {most_entries} Einträge.</translation>
    </message>
    <message>
        <source>A missing folder is said before Start.</source>
        <translation>Ein fehlender Ordner wird vor dem Start gemeldet.</translation>
    </message>
    <message>
        <source>A packet of the boot server was cut or not understood.</source>
        <translation>Ein Paket des Boot-Servers war abgeschnitten oder wurde nicht verstanden.</translation>
    </message>
    <message>
        <source>A private network checks an address before it gives it, without delay for the others.</source>
        <translation>Ein privates Netzwerk prüft eine Adresse, bevor es sie vergibt, ohne dass andere warten.</translation>
    </message>
    <message>
        <source>A private network has a range of addresses; name one with dhcp-range=&lt;first&gt;,&lt;last&gt;.</source>
        <translation>Ein privates Netzwerk hat einen Adressbereich; nennen Sie einen mit dhcp-range=&lt;erste&gt;,&lt;letzte&gt;.</translation>
    </message>
    <message>
        <source>A private network has {most} addresses at most.</source>
        <translation>Ein privates Netzwerk hat höchstens {most} Adressen.</translation>
    </message>
    <message>
        <source>A private network tells the broadcast address of its card.</source>
        <translation>Ein privates Netzwerk nennt die Broadcast-Adresse seiner Karte.</translation>
    </message>
    <message>
        <source>A private network tells the mask of its card; a proxy tells none.</source>
        <translation>Ein privates Netzwerk nennt die Maske seiner Karte; ein Proxy nennt keine.</translation>
    </message>
    <message>
        <source>A profile is one TOML file with everything a room needs. The window saves it, keeps your comments, and says of a wrong value in which line it stands. What each key means stands in the sample below.</source>
        <translation>Ein Profil ist eine TOML-Datei mit allem, was ein Raum braucht. Das Fenster speichert es, behält Ihre Kommentare und sagt bei einem falschen Wert, in welcher Zeile er steht. Was jeder Schlüssel bedeutet, steht im Muster unten, auf Englisch wie die Schlüssel selbst.</translation>
    </message>
    <message>
        <source>A prompt counts down from {most} s at most.</source>
        <translation>Eine Eingabeaufforderung zählt höchstens von {most} s herunter.</translation>
    </message>
    <message>
        <source>A proxy gives no addresses and names no router; the site&apos;s DHCP server does.</source>
        <translation>Ein Proxy vergibt keine Adressen und nennt keinen Router; das tut der DHCP-Server vor Ort.</translation>
    </message>
    <message>
        <source>A proxy names no DNS server; the site&apos;s DHCP server does.</source>
        <translation>Ein Proxy nennt keinen DNS-Server; das tut der DHCP-Server vor Ort.</translation>
    </message>
    <message>
        <source>A proxy refuses no address; a private network is served with authority.</source>
        <translation>Ein Proxy lehnt keine Adresse ab; ein privates Netzwerk wird mit Autorität bedient.</translation>
    </message>
    <message>
        <source>A proxy says nothing about names; the site&apos;s DHCP server does.</source>
        <translation>Ein Proxy sagt nichts über Namen; das tut der DHCP-Server vor Ort.</translation>
    </message>
    <message>
        <source>A sample with every key</source>
        <translation>Ein Muster mit jedem Schlüssel</translation>
    </message>
    <message>
        <source>A server said PXEClient, so it was asked on port 4011, and did not answer.</source>
        <translation>Ein Server sagte PXEClient; darum wurde er auf Port 4011 gefragt und hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>A switch with spanning tree is on this cable: unless a port is an edge port, a computer waits up to {wait_s} seconds after power-on.</source>
        <translation>An diesem Kabel hängt ein Switch mit Spanning Tree: Ohne Edge-Port wartet ein Computer nach dem Einschalten bis zu {wait_s} Sekunden.</translation>
    </message>
    <message>
        <source>A task of the FOG server names {own} for its files, where nothing answers.</source>
        <translation>Eine Aufgabe des FOG-Servers nennt {own} für seine Dateien, und dort antwortet nichts.</translation>
    </message>
    <message>
        <source>Add --interface with one of: {known}.</source>
        <translation>Fügen Sie --interface hinzu, mit einer von: {known}.</translation>
    </message>
    <message>
        <source>Add a boot file for {arch} on the Boot page or with --boot, and start again.</source>
        <translation>Fügen Sie auf der Seite Booten oder mit --boot eine Boot-Datei für {arch} hinzu und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Add the network behind the relay to the boot server, and the boot server to the relay&apos;s list.</source>
        <translation>Tragen Sie das Netzwerk hinter dem Relay beim Boot-Server ein und den Boot-Server in der Liste des Relays.</translation>
    </message>
    <message>
        <source>Allow FOG Portable in this laptop&apos;s firewall, or serve TFTP from one port only (Boot page, transport).</source>
        <translation>Erlauben Sie FOG Portable in der Firewall dieses Laptops, oder geben Sie TFTP nur von einem Port aus (Seite Booten, Übertragung).</translation>
    </message>
    <message>
        <source>Allow UDP port 4011 in this laptop&apos;s firewall, then switch the computer on again.</source>
        <translation>Erlauben Sie UDP-Port 4011 in der Firewall dieses Laptops, und schalten Sie dann den Computer wieder ein.</translation>
    </message>
    <message>
        <source>Allow UDP port 69 in this laptop&apos;s firewall, then switch the computer on again.</source>
        <translation>Erlauben Sie UDP-Port 69 in der Firewall dieses Laptops, und schalten Sie dann den Computer wieder ein.</translation>
    </message>
    <message>
        <source>An ISO is read in pieces, so its address must begin with http:// or https://.</source>
        <translation>Ein ISO wird stückweise gelesen, darum muss seine Adresse mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
        <source>An address of its own needs the whole hardware address.</source>
        <translation>Eine eigene Adresse braucht die ganze Hardwareadresse.</translation>
    </message>
    <message>
        <source>An earlier entry has the same text, so a number tells them apart.</source>
        <translation>Ein früherer Eintrag hat denselben Text, deshalb unterscheidet sie eine Nummer.</translation>
    </message>
    <message>
        <source>An earlier line has the same computer or the same address.</source>
        <translation>Eine frühere Zeile hat denselben Computer oder dieselbe Adresse.</translation>
    </message>
    <message>
        <source>An earlier line has the same entry for the same computers. </source>
        <translation>Eine frühere Zeile hat denselben Eintrag für dieselben Computer. </translation>
    </message>
    <message>
        <source>An earlier line sets the same option for all computers.</source>
        <translation>Eine frühere Zeile setzt dieselbe Option für alle Computer.</translation>
    </message>
    <message>
        <source>An earlier line sets the same option for some of the computers.</source>
        <translation>Eine frühere Zeile setzt dieselbe Option für einige der Computer.</translation>
    </message>
    <message>
        <source>An earlier line sets the same option for the same computers.</source>
        <translation>Eine frühere Zeile setzt dieselbe Option für dieselben Computer.</translation>
    </message>
    <message>
        <source>An image is captured from one computer, but several are chosen.</source>
        <translation>Ein Image wird von einem Computer aufgenommen, aber es sind mehrere gewählt.</translation>
    </message>
    <message>
        <source>An old card asks for its file and waits for the answer.</source>
        <translation>Eine alte Karte fragt nach ihrer Datei und wartet auf die Antwort.</translation>
    </message>
    <message>
        <source>An option holds {longest_option} octets.</source>
        <translation>Eine Option fasst {longest_option} Byte.</translation>
    </message>
    <message>
        <source>An ordinary user may not read the firewall&apos;s rules, so it is not known whether it lets in {what}.</source>
        <translation>Ein gewöhnlicher Benutzer darf die Regeln der Firewall nicht lesen; es ist also nicht bekannt, ob sie {what} hereinlässt.</translation>
    </message>
    <message>
        <source>And {rest} more.</source>
        <translation>Und {rest} weitere.</translation>
    </message>
    <message>
        <source>Another FOG Portable, {server}, answers the same computers.</source>
        <translation>Ein weiteres FOG Portable, {server}, antwortet denselben Computern.</translation>
    </message>
    <message>
        <source>Another TFTP server for some computers: name it in dhcp-boot.</source>
        <translation>Ein anderer TFTP-Server für einige Computer: nennen Sie ihn in dhcp-boot.</translation>
    </message>
    <message>
        <source>Another boot server, {server}, answers the same computers: UEFI takes {uefi}, iPXE takes {ipxe}.</source>
        <translation>Ein weiterer Boot-Server, {server}, antwortet denselben Computern: UEFI nimmt {uefi}, iPXE nimmt {ipxe}.</translation>
    </message>
    <message>
        <source>Another entry asks for boot server type {type} already.</source>
        <translation>Ein anderer Eintrag fragt schon nach dem Boot-Server-Typ {type}.</translation>
    </message>
    <message>
        <source>Another line gives the same computers the same.</source>
        <translation>Eine andere Zeile gibt denselben Computern dasselbe.</translation>
    </message>
    <message>
        <source>Answers go out at once; iPXE gives up on a proxy after two seconds.</source>
        <translation>Antworten gehen sofort hinaus; iPXE wartet auf einen Proxy nur zwei Sekunden.</translation>
    </message>
    <message>
        <source>Answers to computers without an address are always broadcast.</source>
        <translation>Antworten an Computer ohne Adresse sind immer Broadcasts.</translation>
    </message>
    <message>
        <source>Approve it in the menu of its row, or in the file of --approve; start it again if it has given up by then.</source>
        <translation>Geben Sie ihn im Menü seiner Zeile frei oder in der Datei von --approve; starten Sie ihn neu, wenn er bis dahin aufgegeben hat.</translation>
    </message>
    <message>
        <source>Approved: answered when it asks again</source>
        <translation>Freigegeben: bekommt Antwort, wenn er wieder fragt</translation>
    </message>
    <message>
        <source>Ask again after that time, and look at the VLAN when it stays so; on the switch, PortFast (an edge port) ends the wait for computers too.</source>
        <translation>Fragen Sie nach dieser Zeit erneut, und prüfen Sie das VLAN, wenn es so bleibt; PortFast (Edge-Port) am Switch erspart auch den Computern das Warten.</translation>
    </message>
    <message>
        <source>Asked before Start: switch it on again</source>
        <translation>Fragte vor dem Start: neu einschalten</translation>
    </message>
    <message>
        <source>Asked for the size of {file}</source>
        <translation>Hat nach der Größe von {file} gefragt</translation>
    </message>
    <message>
        <source>Asked on port 4011, got the firmware&apos;s menu</source>
        <translation>Fragte auf Port 4011, bekam das Menü der Firmware</translation>
    </message>
    <message>
        <source>Asked on port 4011, was told {file}</source>
        <translation>Fragte auf Port 4011, bekam {file} genannt</translation>
    </message>
    <message>
        <source>Asked {asked} of {total} addresses of {network}{end}.</source>
        <translation>{asked} von {total} Adressen von {network} gefragt{end}.</translation>
    </message>
    <message>
        <source>Asked {asked} of {total} addresses; {servers} found.</source>
        <translation>{asked} von {total} Adressen gefragt; {servers} gefunden.</translation>
    </message>
    <message>
        <source>Asking for its boot files by TFTP…</source>
        <translation>Frage nach seinen Bootdateien über TFTP…</translation>
    </message>
    <message>
        <source>Asking for its database, kernels and API…</source>
        <translation>Frage nach Datenbank, Kerneln und API…</translation>
    </message>
    <message>
        <source>Asking for its imaging system…</source>
        <translation>Frage nach seinem Abbildsystem…</translation>
    </message>
    <message>
        <source>Asking for its settings and storage nodes…</source>
        <translation>Frage nach Einstellungen und Speicherknoten…</translation>
    </message>
    <message>
        <source>Asking whether the other addresses answer…</source>
        <translation>Frage, ob die anderen Adressen antworten…</translation>
    </message>
    <message>
        <source>Asking {server} for its version…</source>
        <translation>Frage {server} nach seiner Version…</translation>
    </message>
    <message>
        <source>Asking {server} where it says that it is…</source>
        <translation>Frage {server}, wo er nach eigener Angabe steht…</translation>
    </message>
    <message>
        <source>Asks for network boot</source>
        <translation>Fragt nach Netzwerk-Boot</translation>
    </message>
    <message>
        <source>At once it {deed}.</source>
        <translation>Sofort: Er {deed}.</translation>
    </message>
    <message>
        <source>BOOTP without DHCP is not served.</source>
        <translation>BOOTP ohne DHCP wird nicht bedient.</translation>
    </message>
    <message>
        <source>Blocks of {size} octets do not reach the computer, smaller ones do.</source>
        <translation>Blöcke von {size} Byte erreichen den Computer nicht, kleinere schon.</translation>
    </message>
    <message>
        <source>Blocks of {size} octets from {server} do not arrive whole: the way carries only smaller ones.</source>
        <translation>Blöcke von {size} Byte von {server} kommen nicht ganz an: Der Weg trägt nur kleinere.</translation>
    </message>
    <message>
        <source>Boot files are brought by apt, which this machine does not have.</source>
        <translation>Boot-Dateien holt apt, und das hat dieser Rechner nicht.</translation>
    </message>
    <message>
        <source>Boot from the network first, or repair the boot loader of the disk.</source>
        <translation>Zuerst vom Netz booten, oder den Bootlader der Platte reparieren.</translation>
    </message>
    <message>
        <source>Boot menu</source>
        <translation>Boot-Menü</translation>
    </message>
    <message>
        <source>Boots from the network again</source>
        <translation>Bootet wieder über das Netzwerk</translation>
    </message>
    <message>
        <source>Bringing the boot files was stopped.</source>
        <translation>Das Holen der Boot-Dateien wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Build iPXE with the authority of that server, or use http.</source>
        <translation>Bauen Sie iPXE mit der Zertifizierungsstelle jenes Servers, oder nehmen Sie http.</translation>
    </message>
    <message>
        <source>Cancel it in FOG under Tasks, Active Tasks.</source>
        <translation>Brechen Sie sie in FOG ab, unter Tasks, Active Tasks.</translation>
    </message>
    <message>
        <source>Cancel it with fogportable fog cancel, or leave those computers out.</source>
        <translation>Brechen Sie sie mit fogportable fog cancel ab, oder lassen Sie diese Computer weg.</translation>
    </message>
    <message>
        <source>Capture a computer into it first, unless you know that its files are there.</source>
        <translation>Nehmen Sie zuerst einen Computer in es auf, außer Sie wissen, dass seine Dateien da sind.</translation>
    </message>
    <message>
        <source>Capture into another image if the old one is still needed.</source>
        <translation>Nehmen Sie in ein anderes Image auf, wenn das alte noch gebraucht wird.</translation>
    </message>
    <message>
        <source>Capture on an Ethernet card, or on all cards.</source>
        <translation>Schneiden Sie auf einer Ethernet-Karte mit, oder auf allen Karten.</translation>
    </message>
    <message>
        <source>Capture on the computer&apos;s own cable, from the moment it is switched on until it gives up.</source>
        <translation>Schneiden Sie am Kabel des Computers selbst mit, vom Einschalten bis er aufgibt.</translation>
    </message>
    <message>
        <source>Change it back in FOG afterwards if it shall have another one.</source>
        <translation>Ändern Sie es danach in FOG zurück, wenn er ein anderes haben soll.</translation>
    </message>
    <message>
        <source>Change that in FOG and try again.</source>
        <translation>Ändern Sie das in FOG und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Change the firmware&apos;s menu, then start again.</source>
        <translation>Ändern Sie das Firmware-Menü und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Change the options of answers, then start again.</source>
        <translation>Ändern Sie die Optionen der Antworten und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Check its name and whether you may read it.</source>
        <translation>Prüfen Sie den Namen und ob Sie ihn lesen dürfen.</translation>
    </message>
    <message>
        <source>Check that https is served on that port, or give the address with http://.</source>
        <translation>Prüfen Sie, ob auf diesem Port https läuft, oder geben Sie die Adresse mit http:// an.</translation>
    </message>
    <message>
        <source>Check that it is a FOG server of version 1.5 or 1.6 and that FOG was installed whole.</source>
        <translation>Prüfen Sie, ob es ein FOG-Server der Version 1.5 oder 1.6 ist und FOG ganz installiert wurde.</translation>
    </message>
    <message>
        <source>Check that it is switched on, that this laptop is in its network, and that its web server runs.</source>
        <translation>Prüfen Sie, ob er eingeschaltet ist, ob dieser Laptop in seinem Netzwerk ist und ob sein Webserver läuft.</translation>
    </message>
    <message>
        <source>Check that the address is right and that FOG was installed whole; its installer may be run again.</source>
        <translation>Prüfen Sie, ob die Adresse stimmt und FOG ganz installiert ist; sein Installer darf noch einmal laufen.</translation>
    </message>
    <message>
        <source>Check that there is room on the disk and that you may write there.</source>
        <translation>Prüfen Sie, ob auf der Platte Platz ist und ob Sie dort schreiben dürfen.</translation>
    </message>
    <message>
        <source>Check that this is the address of a FOG server.</source>
        <translation>Prüfen Sie, ob das die Adresse eines FOG-Servers ist.</translation>
    </message>
    <message>
        <source>Check that {file} is a stock iPXE or has no script of its own that loads itself again, then restart the computer.</source>
        <translation>Prüfen Sie, ob {file} ein gewöhnliches iPXE ist oder ein eigenes Skript hat, das sich selbst wieder lädt; starten Sie dann den Computer neu.</translation>
    </message>
    <message>
        <source>Check the address; if FOG&apos;s pages are not below /fog/, say where, as in http://{address}/imaging/.</source>
        <translation>Prüfen Sie die Adresse; wenn die Seiten von FOG nicht unter /fog/ liegen, sagen Sie wo, etwa http://{address}/imaging/.</translation>
    </message>
    <message>
        <source>Check the cable and the VLAN; on a managed switch, switch on PortFast for the port.</source>
        <translation>Prüfen Sie das Kabel und das VLAN; an einem verwalteten Switch schalten Sie für den Port PortFast ein.</translation>
    </message>
    <message>
        <source>Check the cable and the address of this card, then wake the computers again.</source>
        <translation>Prüfen Sie das Kabel und die Adresse dieser Karte und wecken Sie die Computer noch einmal.</translation>
    </message>
    <message>
        <source>Check the cable and the port, and switch on PortFast for the port.</source>
        <translation>Kabel und Port prüfen, und PortFast für den Port einschalten.</translation>
    </message>
    <message>
        <source>Check the cable and the port; some switches need seconds before the link is up.</source>
        <translation>Prüfen Sie das Kabel und den Port; manche Switches brauchen Sekunden, bis die Verbindung steht.</translation>
    </message>
    <message>
        <source>Check the cable and this laptop&apos;s firewall, then restart the computer.</source>
        <translation>Prüfen Sie das Kabel und die Firewall dieses Laptops und starten Sie dann den Computer neu.</translation>
    </message>
    <message>
        <source>Check the cable, the port and the dock.</source>
        <translation>Prüfen Sie das Kabel, den Port und das Dock.</translation>
    </message>
    <message>
        <source>Check the clock of this laptop; if it is right, run FOG&apos;s installer on the server again.</source>
        <translation>Prüfen Sie die Uhr dieses Laptops; wenn sie stimmt, lassen Sie auf dem Server den Installer von FOG noch einmal laufen.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder, or name another one.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte jenes Ordners, oder nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder, then try again.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte jenes Ordners und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder; addresses are given all the same.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte jenes Ordners; Adressen werden trotzdem vergeben.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of that folder; what stood in the list stands there still.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte jenes Ordners; was in der Liste stand, steht noch dort.</translation>
    </message>
    <message>
        <source>Check the free space and the rights of {folder}, then try again.</source>
        <translation>Prüfen Sie den freien Platz und die Rechte von {folder} und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the name, and that this user may read it.</source>
        <translation>Prüfen Sie den Namen und ob dieser Benutzer sie lesen darf.</translation>
    </message>
    <message>
        <source>Check the name, and that you may read the file.</source>
        <translation>Prüfen Sie den Namen und ob Sie die Datei lesen dürfen.</translation>
    </message>
    <message>
        <source>Check the name, or leave it out to start with the defaults.</source>
        <translation>Prüfen Sie den Namen, oder lassen Sie es weg, um mit den Vorgaben zu beginnen.</translation>
    </message>
    <message>
        <source>Check the names before you go on.</source>
        <translation>Prüfen Sie die Namen, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>Check the network and try again, or choose a folder: fogportable bootfiles get --from DIR.</source>
        <translation>Prüfen Sie das Netzwerk und versuchen Sie es noch einmal, oder wählen Sie einen Ordner: fogportable bootfiles get --from DIR.</translation>
    </message>
    <message>
        <source>Check the spelling, or give the FOG server&apos;s IP address.</source>
        <translation>Prüfen Sie die Schreibweise, oder geben Sie die IP-Adresse des FOG-Servers an.</translation>
    </message>
    <message>
        <source>Check the version of the server; FOG 1.5 and 1.6 are known here.</source>
        <translation>Prüfen Sie die Version des Servers; bekannt sind hier FOG 1.5 und 1.6.</translation>
    </message>
    <message>
        <source>Choose a boot file made for {arch}.</source>
        <translation>Wählen Sie eine Boot-Datei, die für {arch} gemacht ist.</translation>
    </message>
    <message>
        <source>Choose a boot program such as snponly.efi or undionly.kpxe.</source>
        <translation>Wählen Sie ein Boot-Programm wie snponly.efi oder undionly.kpxe.</translation>
    </message>
    <message>
        <source>Choose a file made for {arch}.</source>
        <translation>Wählen Sie eine Datei, die für {arch} gemacht ist.</translation>
    </message>
    <message>
        <source>Choose a file of your own for ia32, such as a GRUB image, or leave it out.</source>
        <translation>Wählen Sie eine eigene Datei für ia32, etwa ein GRUB-Abbild, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>Choose a folder that exists, or get boot files with the button Get boot files or with: fogportable bootfiles get.</source>
        <translation>Wählen Sie einen Ordner, den es gibt, oder holen Sie Boot-Dateien mit dem Knopf „Boot-Dateien holen“ oder mit: fogportable bootfiles get.</translation>
    </message>
    <message>
        <source>Choose a folder that holds boot programs, such as the TFTP folder of a boot server.</source>
        <translation>Wählen Sie einen Ordner mit Boot-Programmen, etwa den TFTP-Ordner eines Boot-Servers.</translation>
    </message>
    <message>
        <source>Choose a folder that is there and that you may write in.</source>
        <translation>Wählen Sie einen Ordner, den es gibt und in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Choose a folder with boot files instead: fogportable bootfiles get --from DIR.</source>
        <translation>Wählen Sie stattdessen einen Ordner mit Boot-Dateien: fogportable bootfiles get --from DIR.</translation>
    </message>
    <message>
        <source>Choose a longer range or a shorter lease time, and start again.</source>
        <translation>Wählen Sie einen größeren Bereich oder eine kürzere Lease-Zeit und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Choose a part of it, such as {part}, or give the FOG server&apos;s address or name.</source>
        <translation>Wählen Sie einen Teil davon, etwa {part}, oder geben Sie Adresse oder Namen des FOG-Servers an.</translation>
    </message>
    <message>
        <source>Choose another address within {network}; not its first or last one, nor {ours}, which is ours.</source>
        <translation>Wählen Sie eine andere Adresse innerhalb von {network}; nicht die erste oder letzte und nicht {ours}, denn das ist unsere.</translation>
    </message>
    <message>
        <source>Choose another folder or name.</source>
        <translation>Wählen Sie einen anderen Ordner oder Namen.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room on the disk, and save again.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf der Platte, und speichern Sie erneut.</translation>
    </message>
    <message>
        <source>Choose another name, or add --force to write a new profile over it.</source>
        <translation>Wählen Sie einen anderen Namen, oder fügen Sie --force hinzu, um sie durch ein neues Profil zu ersetzen.</translation>
    </message>
    <message>
        <source>Choose another place; the file that was there is unchanged.</source>
        <translation>Wählen Sie einen anderen Ort; die vorhandene Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Choose computers in the table, or name them by their hardware addresses.</source>
        <translation>Wählen Sie Computer in der Tabelle, oder nennen Sie sie mit ihren Hardware-Adressen.</translation>
    </message>
    <message>
        <source>Choose its card on the Boot page, or switch the private network off.</source>
        <translation>Wählen Sie die Karte auf der Seite Booten, oder schalten Sie das private Netzwerk aus.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>Wählen Sie eine von: {known}.</translation>
    </message>
    <message>
        <source>Choose one or more rows on the Room page.</source>
        <translation>Wählen Sie auf der Seite Raum eine oder mehrere Zeilen.</translation>
    </message>
    <message>
        <source>Choose the bridge itself as network interface.</source>
        <translation>Wählen Sie die Bridge selbst als Netzwerkkarte.</translation>
    </message>
    <message>
        <source>Choose the network that the FOG server is in, such as 10.0.0.0/24.</source>
        <translation>Wählen Sie das Netzwerk, in dem der FOG-Server ist, etwa 10.0.0.0/24.</translation>
    </message>
    <message>
        <source>Choose the network that the computers are on, or run a rehearsal.</source>
        <translation>Wählen Sie das Netzwerk, in dem die Computer sind, oder machen Sie einen Probelauf.</translation>
    </message>
    <message>
        <source>Choose the network that the computers are on.</source>
        <translation>Wählen Sie das Netzwerk, in dem die Computer sind.</translation>
    </message>
    <message>
        <source>Choose the network to serve on (network.interfaces): no card of this machine is on that of {address}.</source>
        <translation>Wählen Sie das Netzwerk (network.interfaces): keine Karte dieses Rechners liegt in dem von {address}.</translation>
    </message>
    <message>
        <source>Choose the network to serve on (network.interfaces): the configuration has a placeholder.</source>
        <translation>Wählen Sie das Netzwerk (network.interfaces): in der Konfiguration steht ein Platzhalter.</translation>
    </message>
    <message>
        <source>Choose the network to serve on (network.interfaces): the configuration names none.</source>
        <translation>Wählen Sie das Netzwerk (network.interfaces): die Konfiguration nennt keines.</translation>
    </message>
    <message>
        <source>Choose the one whose disk is to be read.</source>
        <translation>Wählen Sie den, dessen Platte gelesen werden soll.</translation>
    </message>
    <message>
        <source>Choose the wired network that the computers are on, or expect only those behind the access point&apos;s own cables.</source>
        <translation>Wählen Sie das Kabel-Netzwerk, in dem die Computer sind, oder rechnen Sie nur mit denen, die am Access Point per Kabel hängen.</translation>
    </message>
    <message>
        <source>Choose the wired network that the computers are on, unless these virtual machines are meant.</source>
        <translation>Wählen Sie das Kabel-Netzwerk, in dem die Computer sind, außer es geht um diese virtuellen Maschinen.</translation>
    </message>
    <message>
        <source>Choose the wired network that the computers are on.</source>
        <translation>Wählen Sie das Kabel-Netzwerk, in dem die Computer sind.</translation>
    </message>
    <message>
        <source>Choose them again under File &gt; Preferences; the old file is kept beside the new one.</source>
        <translation>Wählen Sie sie unter Datei &gt; Einstellungen neu; die alte Datei bleibt neben der neuen liegen.</translation>
    </message>
    <message>
        <source>Chose {entry} in the firmware&apos;s menu</source>
        <translation>Wählte {entry} im Menü der Firmware</translation>
    </message>
    <message>
        <source>Closing the lid may put this laptop to sleep.</source>
        <translation>Wenn der Deckel zugeht, schläft dieser Laptop vielleicht ein.</translation>
    </message>
    <message>
        <source>Compare it with the one on the server, then say it: fogportable fog trust {address} --fingerprint SHA256.</source>
        <translation>Vergleichen Sie ihn mit dem auf dem Server und sagen Sie es dann: fogportable fog trust {address} --fingerprint SHA256.</translation>
    </message>
    <message>
        <source>Complete for {names}.</source>
        <translation>Vollständig für {names}.</translation>
    </message>
    <message>
        <source>Computers are told by their hardware address only.</source>
        <translation>Computer werden nur an ihrer Hardwareadresse erkannt.</translation>
    </message>
    <message>
        <source>Computers do not reach the menu; scripts of this program lead them there at once.</source>
        <translation>Computer kommen nicht bis zum Menü; Skripte dieses Programms führen sie sofort dorthin.</translation>
    </message>
    <message>
        <source>Computers go to {own}; if the server moved, write its new address into FOG_WEB_HOST and the storage node.</source>
        <translation>Computer gehen zu {own}; wenn der Server umgezogen ist, schreiben Sie die neue Adresse in FOG_WEB_HOST und in den Speicherknoten.</translation>
    </message>
    <message>
        <source>Computers load from there, not from this machine.</source>
        <translation>Computer laden von dort, nicht von diesem Rechner.</translation>
    </message>
    <message>
        <source>Connect the site&apos;s network with its DHCP server, or serve a private network of your own.</source>
        <translation>Schließen Sie das Netzwerk des Standorts mit seinem DHCP-Server an, oder betreiben Sie ein eigenes privates Netzwerk.</translation>
    </message>
    <message>
        <source>Connect the site&apos;s network, or serve a private network of your own.</source>
        <translation>Schließen Sie das Netzwerk des Standorts an, oder betreiben Sie ein eigenes privates Netzwerk.</translation>
    </message>
    <message>
        <source>Connect this laptop to that network, or choose the one it is in.</source>
        <translation>Verbinden Sie diesen Laptop mit jenem Netzwerk, oder wählen Sie das, in dem er ist.</translation>
    </message>
    <message>
        <source>Copy it again from FOG under FOG Configuration, FOG Settings, API System.</source>
        <translation>Kopieren Sie es noch einmal aus FOG, unter FOG Configuration, FOG Settings, API System.</translation>
    </message>
    <message>
        <source>Copy it again from the API tab of the user in FOG, and see that the API is enabled for that user.</source>
        <translation>Kopieren Sie es noch einmal aus dem Reiter API des Benutzers in FOG, und sehen Sie nach, ob die API für diesen Benutzer eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Copy it again, or run: fogportable bootfiles get.</source>
        <translation>Kopieren Sie sie noch einmal, oder rufen Sie auf: fogportable bootfiles get.</translation>
    </message>
    <message>
        <source>Copy management/other/ca.cert.der from the server, and give it with --ca FILE.</source>
        <translation>Kopieren Sie management/other/ca.cert.der vom Server und geben Sie sie mit --ca FILE an.</translation>
    </message>
    <message>
        <source>Copy the file again, or end the capture in the program that makes it before you copy it.</source>
        <translation>Kopieren Sie die Datei noch einmal, oder beenden Sie den Mitschnitt in seinem Programm, bevor Sie ihn kopieren.</translation>
    </message>
    <message>
        <source>Copy the folder {folder} to this machine, or change boot.root: there is no such folder here.</source>
        <translation>Kopieren Sie den Ordner {folder} auf diesen Rechner oder ändern Sie boot.root: hier gibt es ihn nicht.</translation>
    </message>
    <message>
        <source>Copy them as FOG shows them; in a file the API token is the first line and the user token the second.</source>
        <translation>Kopieren Sie sie, wie FOG sie zeigt; in einer Datei ist das API-Token die erste Zeile und das Benutzer-Token die zweite.</translation>
    </message>
    <message>
        <source>Correct serverip, or let the answer name the boot server (siaddr).</source>
        <translation>Berichtigen Sie serverip, oder lassen Sie die Antwort den Boot-Server nennen (siaddr).</translation>
    </message>
    <message>
        <source>Correct that in the window and save again; the file that was there is unchanged.</source>
        <translation>Berichtigen Sie das im Fenster und speichern Sie erneut; die vorhandene Datei ist unverändert.</translation>
    </message>
    <message>
        <source>Correct the address and the path in the kernel parameters, and look whether the initrd belongs to the kernel.</source>
        <translation>Adresse und Pfad in den Kernelparametern berichtigen, und nachsehen, ob die initrd zum Kernel gehört.</translation>
    </message>
    <message>
        <source>Correct the boot options of {server}, or let FOG Portable answer instead.</source>
        <translation>Berichtigen Sie die Boot-Optionen von {server}, oder lassen Sie FOG Portable antworten.</translation>
    </message>
    <message>
        <source>Correct the case and the slashes of the name, or serve with FOG Portable, which finds it all the same.</source>
        <translation>Berichtigen Sie Groß- und Kleinschreibung und Schrägstriche des Namens, oder nehmen Sie FOG Portable, das ihn trotzdem findet.</translation>
    </message>
    <message>
        <source>Correct the line and import the list again; the other lines were taken over.</source>
        <translation>Berichtigen Sie die Zeile und importieren Sie die Liste erneut; die anderen Zeilen wurden übernommen.</translation>
    </message>
    <message>
        <source>Correct the name, or put the file there.</source>
        <translation>Berichtigen Sie den Namen, oder legen Sie die Datei dorthin.</translation>
    </message>
    <message>
        <source>Correct the next server, or the gateway in the lease.</source>
        <translation>Berichtigen Sie den nächsten Server (next server) oder das Gateway in der Lease.</translation>
    </message>
    <message>
        <source>Correct the path in grub.cfg, and write the server into it: (tftp,ADDRESS)/path.</source>
        <translation>Berichtigen Sie den Pfad in grub.cfg, und schreiben Sie den Server dazu: (tftp,ADRESSE)/Pfad.</translation>
    </message>
    <message>
        <source>Correct the rights of the file and of the folders above it.</source>
        <translation>Berichtigen Sie die Rechte der Datei und der Ordner darüber.</translation>
    </message>
    <message>
        <source>Correct the rights on the server, or the credentials in the URL.</source>
        <translation>Berichtigen Sie die Rechte auf dem Server oder die Zugangsdaten in der URL.</translation>
    </message>
    <message>
        <source>DHCP is served on the ports that firmware knows.</source>
        <translation>DHCP wird auf den Ports bedient, die Firmware kennt.</translation>
    </message>
    <message>
        <source>Debian&apos;s ipxe package has no file for 32-bit UEFI (ia32).</source>
        <translation>Das Paket ipxe von Debian hat keine Datei für 32-Bit-UEFI (ia32).</translation>
    </message>
    <message>
        <source>Delete it in FOG under Groups once the multicast runs.</source>
        <translation>Löschen Sie sie in FOG unter Groups, sobald der Multicast läuft.</translation>
    </message>
    <message>
        <source>Did you mean {key}?</source>
        <translation>Meinten Sie {key}?</translation>
    </message>
    <message>
        <source>Did you mean {key}? Move it there.</source>
        <translation>Meinten Sie {key}? Verschieben Sie es dorthin.</translation>
    </message>
    <message>
        <source>Do not use this connection before you know why; somebody may be in between.</source>
        <translation>Benutzen Sie diese Verbindung nicht, bevor Sie wissen, warum; vielleicht ist jemand dazwischen.</translation>
    </message>
    <message>
        <source>Done with FOG</source>
        <translation>Fertig mit FOG</translation>
    </message>
    <message>
        <source>Downloading the package {package}.</source>
        <translation>Lade das Paket {package}.</translation>
    </message>
    <message>
        <source>End option 67 with a NUL, or name the file in the header&apos;s field; FOG Portable finds such names all the same.</source>
        <translation>Beenden Sie Option 67 mit einem NUL, oder nennen Sie die Datei im Feld des Kopfes; FOG Portable findet solche Namen trotzdem.</translation>
    </message>
    <message>
        <source>Enough computers can load at once, and the number is bounded.</source>
        <translation>Genug Computer können gleichzeitig laden, und ihre Zahl ist begrenzt.</translation>
    </message>
    <message>
        <source>Enter {name} as the next server (siaddr) on {server} too, or serve from here.</source>
        <translation>Auf {server} auch {name} als nächsten Server (siaddr) eintragen, oder von hier aus bedienen.</translation>
    </message>
    <message>
        <source>Entries of the firmware&apos;s menu are for architectures, not for single computers or iPXE.</source>
        <translation>Einträge des Firmware-Menüs gelten für Architekturen, nicht für einzelne Computer oder iPXE.</translation>
    </message>
    <message>
        <source>Entries of the firmware&apos;s menu are for architectures, not for single computers.</source>
        <translation>Einträge des Firmware-Menüs gelten für Architekturen, nicht für einzelne Computer.</translation>
    </message>
    <message>
        <source>Every answer has its message type.</source>
        <translation>Jede Antwort hat ihren Nachrichtentyp.</translation>
    </message>
    <message>
        <source>Every answer has our address on that card.</source>
        <translation>Jede Antwort hat unsere Adresse auf dieser Karte.</translation>
    </message>
    <message>
        <source>Every answer says PXEClient or HTTPClient, as the computer did.</source>
        <translation>Jede Antwort sagt PXEClient oder HTTPClient, wie der Computer es tat.</translation>
    </message>
    <message>
        <source>Every message</source>
        <translation>Alle Meldungen</translation>
    </message>
    <message>
        <source>Every request and answer is in the log anyway.</source>
        <translation>Jede Anfrage und Antwort steht ohnehin im Protokoll.</translation>
    </message>
    <message>
        <source>Extra options are for everybody or for architectures.</source>
        <translation>Zusätzliche Optionen gelten für alle oder für Architekturen.</translation>
    </message>
    <message>
        <source>F12 starts from the network at once.</source>
        <translation>F12 startet sofort vom Netzwerk.</translation>
    </message>
    <message>
        <source>F12 starts from the network at once; Esc shows all keys.</source>
        <translation>F12 startet sofort vom Netzwerk; Esc zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>F8 on desktops, Esc on laptops.</source>
        <translation>F8 bei Desktops, Esc bei Laptops.</translation>
    </message>
    <message>
        <source>FOG Portable already serves on this laptop: {user} started it at {since} (process {pid}).</source>
        <translation>FOG Portable dient auf diesem Laptop schon: {user} hat es um {since} gestartet (Prozess {pid}).</translation>
    </message>
    <message>
        <source>FOG Portable has a script of its own by that name</source>
        <translation>FOG Portable hat ein eigenes Skript dieses Namens</translation>
    </message>
    <message>
        <source>FOG Portable has a script of its own by that name for the others</source>
        <translation>FOG Portable hat für die anderen ein eigenes Skript dieses Namens</translation>
    </message>
    <message>
        <source>FOG Portable is no DNS server. Who asked dnsmasq for names needs another one.</source>
        <translation>FOG Portable ist kein DNS-Server. Wer dnsmasq nach Namen fragte, braucht einen anderen.</translation>
    </message>
    <message>
        <source>FOG Portable is no relay.</source>
        <translation>FOG Portable ist kein Relay.</translation>
    </message>
    <message>
        <source>FOG Portable is no relay. It answers requests of other relays: see network.relays in the sample.</source>
        <translation>FOG Portable ist kein Relay. Es beantwortet Anfragen anderer Relays: siehe network.relays im Beispiel.</translation>
    </message>
    <message>
        <source>FOG Portable never opens the DNS port, so there is nothing to turn off.</source>
        <translation>FOG Portable öffnet den DNS-Port nie, es gibt also nichts abzuschalten.</translation>
    </message>
    <message>
        <source>FOG Portable starts no scripts.</source>
        <translation>FOG Portable startet keine Skripte.</translation>
    </message>
    <message>
        <source>FOG boots BIOS, UEFI x64, UEFI ia32 and UEFI ARM64; let this computer boot from its own disk.</source>
        <translation>FOG bootet BIOS, UEFI x64, UEFI ia32 und UEFI ARM64; lassen Sie diesen Computer von der eigenen Platte booten.</translation>
    </message>
    <message>
        <source>FOG gives a computer one task at a time, and these have one: {names}.</source>
        <translation>FOG gibt einem Computer nur eine Aufgabe auf einmal, und diese haben eine: {names}.</translation>
    </message>
    <message>
        <source>FOG gives a host its own image, so {names} will have {image} from now on.</source>
        <translation>FOG gibt einem Host sein eigenes Image, darum hat {names} ab jetzt {image}.</translation>
    </message>
    <message>
        <source>FOG has answered {who}.</source>
        <translation>FOG hat {who} geantwortet.</translation>
    </message>
    <message>
        <source>FOG has nothing for {arch}.</source>
        <translation>FOG hat nichts für {arch}.</translation>
    </message>
    <message>
        <source>FOG itself chooses the storage node, in the group {group}: its API takes none.</source>
        <translation>FOG wählt den Speicherknoten selbst, in der Gruppe {group}: Seine API nimmt keinen an.</translation>
    </message>
    <message>
        <source>FOG knows {computers} more: {names}.</source>
        <translation>FOG kennt jetzt {computers} mehr: {names}.</translation>
    </message>
    <message>
        <source>FOG says that its task is done</source>
        <translation>FOG sagt, dass seine Aufgabe fertig ist</translation>
    </message>
    <message>
        <source>FOG was told to wake {computers}.</source>
        <translation>FOG soll {computers} aufwecken.</translation>
    </message>
    <message>
        <source>FOG&apos;s boot files in {folder}</source>
        <translation>FOGs Bootdateien in {folder}</translation>
    </message>
    <message>
        <source>FOG&apos;s boot.php answers it</source>
        <translation>boot.php von FOG antwortet ihm</translation>
    </message>
    <message>
        <source>FOG&apos;s chain stops at {file}, which {server} does not give.</source>
        <translation>Die Kette von FOG endet bei {file}; {server} gibt diese Datei nicht.</translation>
    </message>
    <message>
        <source>FOG&apos;s iPXE knows no next server.</source>
        <translation>Das iPXE von FOG kennt keinen nächsten Server (next server).</translation>
    </message>
    <message>
        <source>FOG&apos;s imaging system begins its task</source>
        <translation>das Imaging-System von FOG beginnt seine Aufgabe</translation>
    </message>
    <message>
        <source>FOG&apos;s imaging system is at work on {who}: {words}.</source>
        <translation>Das Imaging-System von FOG arbeitet an {who}: {words}.</translation>
    </message>
    <message>
        <source>FOG&apos;s own server leads it on</source>
        <translation>der FOG-Server selbst führt ihn weiter</translation>
    </message>
    <message>
        <source>FOG&apos;s tasks are not seen for now. {fault}</source>
        <translation>Die Aufgaben von FOG sind vorerst nicht zu sehen. {fault}</translation>
    </message>
    <message>
        <source>FOG&apos;s tasks are seen again after {lasted_s:.0f} s.</source>
        <translation>Die Aufgaben von FOG sind nach {lasted_s:.0f} s wieder zu sehen.</translation>
    </message>
    <message>
        <source>FOG: iPXE did not get boot.php from the FOG server.</source>
        <translation>FOG: iPXE bekam boot.php nicht vom FOG-Server.</translation>
    </message>
    <message>
        <source>FOG{version} at {address} boots {computers}.</source>
        <translation>FOG{version} auf {address} bootet {computers}.</translation>
    </message>
    <message>
        <source>File and server names are always put where firmware looks for them first.</source>
        <translation>Datei- und Servernamen stehen immer dort, wo Firmware zuerst nachsieht.</translation>
    </message>
    <message>
        <source>Files are found whatever the case of their names.</source>
        <translation>Dateien werden ohne Rücksicht auf Groß- und Kleinschreibung gefunden.</translation>
    </message>
    <message>
        <source>Files of that folder were given too; those that were not are not read.</source>
        <translation>Auch Dateien dieses Ordners wurden angegeben; die übrigen werden nicht gelesen.</translation>
    </message>
    <message>
        <source>Firmware asks only for names of plain letters, digits and signs.</source>
        <translation>Firmware fragt nur nach Namen aus einfachen Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
        <source>Firmware shows only plain English letters, digits and signs.</source>
        <translation>Firmware zeigt nur einfache englische Buchstaben, Ziffern und Zeichen.</translation>
    </message>
    <message>
        <source>Firmware shows plain letters only, at most {most}.</source>
        <translation>Firmware zeigt nur einfache Buchstaben, höchstens {most}.</translation>
    </message>
    <message>
        <source>Firmware that boots by PXE takes no address; name a file below the TFTP folder.</source>
        <translation>Firmware, die per PXE startet, nimmt keine Adresse; nennen Sie eine Datei unter dem TFTP-Ordner.</translation>
    </message>
    <message>
        <source>Firmware&apos;s PXE menu loads files by TFTP, no addresses.</source>
        <translation>Das PXE-Menü der Firmware lädt Dateien über TFTP, keine Adressen.</translation>
    </message>
    <message>
        <source>Folders of single computers are named after the hardware address, not the IP address.</source>
        <translation>Ordner einzelner Computer heißen nach der Hardwareadresse, nicht nach der IP-Adresse.</translation>
    </message>
    <message>
        <source>For the lines with tag:{tag}.</source>
        <translation>Für die Zeilen mit tag:{tag}.</translation>
    </message>
    <message>
        <source>Free some room, so that leases and what is remembered can be written.</source>
        <translation>Schaffen Sie Platz, damit Leases und Gemerktes geschrieben werden können.</translation>
    </message>
    <message>
        <source>GRUB asks a server that does not answer.</source>
        <translation>GRUB fragt einen Server, der nicht antwortet.</translation>
    </message>
    <message>
        <source>GRUB asks for its configuration</source>
        <translation>GRUB fragt nach seiner Konfiguration</translation>
    </message>
    <message>
        <source>GRUB asks {server}, which the site&apos;s lease names, for its configuration, and not {own}, where it came from.</source>
        <translation>GRUB fragt {server}, den die Lease des Standorts nennt, nach seiner Konfiguration, und nicht {own}, woher es kam.</translation>
    </message>
    <message>
        <source>GRUB asks {server}, which the site&apos;s lease names, for {file}, and not {own}, where it came from.</source>
        <translation>GRUB fragt {server}, den die Lease des Standorts nennt, nach {file}, und nicht {own}, woher es kam.</translation>
    </message>
    <message>
        <source>GRUB did not find the file that its menu names, or knows no server at all.</source>
        <translation>GRUB fand die Datei nicht, die sein Menü nennt, oder kennt gar keinen Server.</translation>
    </message>
    <message>
        <source>GRUB looks for a disk or partition that this computer does not have, or cannot read it.</source>
        <translation>GRUB sucht eine Platte oder Partition, die dieser Computer nicht hat, oder kann sie nicht lesen.</translation>
    </message>
    <message>
        <source>GRUB runs and found no configuration: it asks the next server of the site&apos;s lease, not the boot server.</source>
        <translation>GRUB läuft und fand keine Konfiguration: Es fragt den nächsten Server (next server) der Lease des Standorts, nicht den Boot-Server.</translation>
    </message>
    <message>
        <source>GRUB runs and gets no address for its card.</source>
        <translation>GRUB läuft und bekommt keine Adresse für seine Karte.</translation>
    </message>
    <message>
        <source>GRUB runs under Secure Boot and refuses a kernel that is not signed.</source>
        <translation>GRUB läuft unter Secure Boot und lehnt einen Kernel ab, der nicht signiert ist.</translation>
    </message>
    <message>
        <source>GRUB was loaded from {own}, but the lease of {server} names no next server, so GRUB asks nobody for its configuration.</source>
        <translation>GRUB wurde von {own} geladen, aber die Lease von {server} nennt keinen nächsten Server; darum fragt GRUB niemanden nach seiner Konfiguration.</translation>
    </message>
    <message>
        <source>GRUB was loaded from {own}, but the lease of {server} names no next server, so it asks nobody.</source>
        <translation>GRUB wurde von {own} geladen, aber die Lease von {server} nennt keinen nächsten Server (next server); darum fragt es niemanden.</translation>
    </message>
    <message>
        <source>GRUB {version} in {file} asks the network&apos;s own DHCP server for its menu, not us, so it ends at grub&gt;.</source>
        <translation>GRUB {version} in {file} fragt den DHCP-Server des Netzwerks nach seinem Menü und nicht uns; es endet also bei grub&gt;.</translation>
    </message>
    <message>
        <source>Generation 1 starts from the network with the legacy adapter only; the boot order stands in the machine&apos;s settings.</source>
        <translation>Generation 1 startet nur mit der älteren Netzwerkkarte über das Netzwerk; die Boot-Reihenfolge steht in den Einstellungen der Maschine.</translation>
    </message>
    <message>
        <source>Get it with the button Get boot files or with: fogportable bootfiles get, or choose a folder with boot files.</source>
        <translation>Holen Sie es mit dem Knopf „Boot-Dateien holen“ oder mit: fogportable bootfiles get, oder wählen Sie einen Ordner mit Boot-Dateien.</translation>
    </message>
    <message>
        <source>Get them with the button Get boot files or with: fogportable bootfiles get, or choose files of your own.</source>
        <translation>Holen Sie welche mit dem Knopf „Boot-Dateien holen“ oder mit: fogportable bootfiles get, oder wählen Sie eigene Dateien.</translation>
    </message>
    <message>
        <source>Give BIOS clients undionly.kpxe, lpxelinux.0 or another file for BIOS.</source>
        <translation>Geben Sie BIOS-Clients undionly.kpxe, lpxelinux.0 oder eine andere Datei für BIOS.</translation>
    </message>
    <message>
        <source>Give a certificate as FOG has it, in DER or PEM.</source>
        <translation>Geben Sie ein Zertifikat an, wie FOG es hat, als DER oder PEM.</translation>
    </message>
    <message>
        <source>Give both FOGPORTABLE_FOG_API_TOKEN and FOGPORTABLE_FOG_USER_TOKEN; only a token of FOG 1.6 with fog_ stands alone.</source>
        <translation>Geben Sie FOGPORTABLE_FOG_API_TOKEN und FOGPORTABLE_FOG_USER_TOKEN an; nur ein Token von FOG 1.6 mit fog_ steht allein.</translation>
    </message>
    <message>
        <source>Give clients that say iPXE (option 77 or 175) a script, as FOG Portable does.</source>
        <translation>Geben Sie Clients, die iPXE sagen (Option 77 oder 175), ein Skript, wie FOG Portable es tut.</translation>
    </message>
    <message>
        <source>Give it a file for its architecture, or a script that begins with #!ipxe.</source>
        <translation>Geben Sie ihm eine Datei für seine Architektur, oder ein Skript, das mit #!ipxe beginnt.</translation>
    </message>
    <message>
        <source>Give one of the two another address.</source>
        <translation>Geben Sie einem der beiden eine andere Adresse.</translation>
    </message>
    <message>
        <source>Give one of them another address: a dock or USB adapter brings its own.</source>
        <translation>Geben Sie einem von beiden eine andere Adresse: Ein Dock oder USB-Adapter bringt seine eigene mit.</translation>
    </message>
    <message>
        <source>Give option 43 a menu with its prompt, or the order to load the file at once (sub-option 6 with value 8).</source>
        <translation>Geben Sie Option 43 ein Menü mit Aufforderung, oder die Anweisung, die Datei sofort zu laden (Unteroption 6 mit Wert 8).</translation>
    </message>
    <message>
        <source>Give {card} an address in the network of {first}; addresses are given in its own only.</source>
        <translation>Geben Sie {card} eine Adresse im Netzwerk von {first}; vergeben werden nur Adressen des eigenen.</translation>
    </message>
    <message>
        <source>Give {interface} an address of that network, or choose a range within {network}.</source>
        <translation>Geben Sie {interface} eine Adresse jenes Netzwerks, oder wählen Sie einen Bereich innerhalb von {network}.</translation>
    </message>
    <message>
        <source>Go on in its window or terminal, where the room is seen, or stop it there and start again here.</source>
        <translation>Dort im Fenster oder Terminal weitermachen, wo der Raum zu sehen ist, oder es dort anhalten und hier neu starten.</translation>
    </message>
    <message>
        <source>Handed over to FOG</source>
        <translation>Übergeben an FOG</translation>
    </message>
    <message>
        <source>Handed over to FOG at {address}</source>
        <translation>Übergeben an FOG auf {address}</translation>
    </message>
    <message>
        <source>Handed over: FOG has answered it</source>
        <translation>Übergeben: FOG hat ihm geantwortet</translation>
    </message>
    <message>
        <source>Handed over: FOG&apos;s imaging system has started</source>
        <translation>Übergeben: Das Imaging-System von FOG ist gestartet</translation>
    </message>
    <message>
        <source>Handed over: {entry}</source>
        <translation>Übergeben: {entry}</translation>
    </message>
    <message>
        <source>Has the address {address}; did not ask for network boot</source>
        <translation>Hat die Adresse {address}; hat nicht nach Netzwerk-Boot gefragt</translation>
    </message>
    <message>
        <source>Have the room&apos;s computers entered there; network boot is then answered beside it as anywhere.</source>
        <translation>Lassen Sie die Computer des Raums dort eintragen; Netzwerk-Boot wird dann daneben beantwortet wie überall.</translation>
    </message>
    <message>
        <source>Have {server} mended or replaced; without an address UEFI computers cannot start from here either.</source>
        <translation>{server} reparieren oder ersetzen lassen; ohne Adresse starten UEFI-Computer auch von hier nicht.</translation>
    </message>
    <message>
        <source>Honoured beside another DHCP server too, unlike in dnsmasq.</source>
        <translation>Wird auch neben einem anderen DHCP-Server befolgt, anders als in dnsmasq.</translation>
    </message>
    <message>
        <source>Honoured on every port.</source>
        <translation>Wird auf jedem Port befolgt.</translation>
    </message>
    <message>
        <source>IP addresses</source>
        <translation>IP-Adressen</translation>
    </message>
    <message>
        <source>IPv4 failed before IPv6 was tried: {value}</source>
        <translation>IPv4 war gescheitert, bevor IPv6 versucht wurde: {value}</translation>
    </message>
    <message>
        <source>If FOG was set up anew, look at its authority and pin that: fogportable fog trust {address}; if not, another machine answers.</source>
        <translation>Wenn FOG neu aufgesetzt wurde, sehen Sie seine Stelle an und merken Sie sie: fogportable fog trust {address}; wenn nicht, antwortet ein anderer Rechner.</translation>
    </message>
    <message>
        <source>If computers get no answer, let these ports in ({command}).</source>
        <translation>Wenn Computer keine Antwort bekommen, lassen Sie diese Ports herein ({command}).</translation>
    </message>
    <message>
        <source>If computers get no answer, let these ports in by the firewall&apos;s own program: {what}.</source>
        <translation>Wenn Computer keine Antwort bekommen, lassen Sie diese Ports mit dem Programm der Firewall herein: {what}.</translation>
    </message>
    <message>
        <source>If computers give up with PXE-E51 or PXE-E16, look at the load of that server or relay; its check by ping before each offer can be switched off.</source>
        <translation>Geben Computer mit PXE-E51 oder PXE-E16 auf, die Last dieses Servers oder Relays ansehen; seine Prüfung per Ping vor jedem Angebot lässt sich abschalten.</translation>
    </message>
    <message>
        <source>If computers give up with PXE-E51 or PXE-E16, set PortFast (edge port) on their ports, or put a simple switch between.</source>
        <translation>Wenn Computer mit PXE-E51 oder PXE-E16 aufgeben, stellen Sie PortFast (Edge-Port) für ihre Ports ein oder setzen Sie einen einfachen Switch dazwischen.</translation>
    </message>
    <message>
        <source>If it should boot from the network, put that first in its firmware, or choose it with its boot key.</source>
        <translation>Wenn er über das Netzwerk booten soll, setzen Sie das in seiner Firmware an die erste Stelle, oder wählen Sie es mit seiner Boot-Taste.</translation>
    </message>
    <message>
        <source>If nobody chose it, look at option 43: a prompt without a menu, or sub-option 6 twice, ends so.</source>
        <translation>Wenn niemand es gewählt hat, sehen Sie Option 43 an: Eine Aufforderung ohne Menü oder doppelte Unteroption 6 endet so.</translation>
    </message>
    <message>
        <source>If the server moved, run FOG&apos;s installer on it again, or change the address in its default.ipxe.</source>
        <translation>Wenn der Server umgezogen ist, lassen Sie dort den Installer von FOG noch einmal laufen, oder ändern Sie die Adresse in seiner default.ipxe.</translation>
    </message>
    <message>
        <source>If you did not change it yourself, run: fogportable bootfiles get.</source>
        <translation>Wenn Sie sie nicht selbst geändert haben, rufen Sie auf: fogportable bootfiles get.</translation>
    </message>
    <message>
        <source>In FOG, set FOG_TFTP_HOST in the settings and the IP address of the storage node to {used}.</source>
        <translation>Setzen Sie in FOG FOG_TFTP_HOST in den Einstellungen und die IP-Adresse des Speicherknotens auf {used}.</translation>
    </message>
    <message>
        <source>In FOG, under FOG Configuration, FOG Settings, Web Server, set FOG_WEB_HOST to {used}.</source>
        <translation>Setzen Sie in FOG, unter FOG Configuration, FOG Settings, Web Server, FOG_WEB_HOST auf {used}.</translation>
    </message>
    <message>
        <source>In FOG, under FOG Configuration, FOG Settings, {category}, set {name} to {used}.</source>
        <translation>Setzen Sie in FOG, unter FOG Configuration, FOG Settings, {category}, {name} auf {used}.</translation>
    </message>
    <message>
        <source>In FOG, under Storage Management, set its IP address to {used}, or start it if it is another machine.</source>
        <translation>Setzen Sie in FOG, unter Storage Management, seine IP-Adresse auf {used}, oder schalten Sie ihn ein, wenn er ein anderer Rechner ist.</translation>
    </message>
    <message>
        <source>In FOG, under Storage Management, set the IP address of its storage node to {used}.</source>
        <translation>Setzen Sie in FOG, unter Storage Management, die IP-Adresse seines Speicherknotens auf {used}.</translation>
    </message>
    <message>
        <source>In it as they are: {what}.</source>
        <translation>Unverändert enthalten: {what}.</translation>
    </message>
    <message>
        <source>In the boot menu</source>
        <translation>Im Boot-Menü</translation>
    </message>
    <message>
        <source>In the settings: Enable UEFI Network Stack.</source>
        <translation>In den Einstellungen: Enable UEFI Network Stack.</translation>
    </message>
    <message>
        <source>Install FOG Portable again.</source>
        <translation>Installieren Sie FOG Portable neu.</translation>
    </message>
    <message>
        <source>Install a newer FOG Portable, or write schema_version = {known}.</source>
        <translation>Installieren Sie ein neueres FOG Portable, oder schreiben Sie schema_version = {known}.</translation>
    </message>
    <message>
        <source>Install its package, on Debian and Ubuntu {package}, or use the command line: fogportable serve or fogportable rehearse.</source>
        <translation>Ihr Paket installieren, auf Debian und Ubuntu {package}, oder die Befehlszeile nehmen: fogportable serve oder fogportable rehearse.</translation>
    </message>
    <message>
        <source>Install the package debian-archive-keyring, then try again.</source>
        <translation>Installieren Sie das Paket debian-archive-keyring und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>It booted, as far as the network shows: {reason}.</source>
        <translation>Er hat gebootet, soweit das Netzwerk es zeigt: {reason}.</translation>
    </message>
    <message>
        <source>It cannot be read: {problem}. dnsmasq refuses it too.</source>
        <translation>Sie ist nicht lesbar: {problem}. Auch dnsmasq lehnt sie ab.</translation>
    </message>
    <message>
        <source>It cannot be seen whether another DHCP server is on {interface}, so no address is given out there.</source>
        <translation>Es ist nicht zu sehen, ob auf {interface} ein anderer DHCP-Server ist, darum wird dort keine Adresse vergeben.</translation>
    </message>
    <message>
        <source>It does not begin with the first and last address of a range.</source>
        <translation>Sie beginnt nicht mit der ersten und letzten Adresse eines Bereichs.</translation>
    </message>
    <message>
        <source>It does not say which tag is set, or by what.</source>
        <translation>Sie sagt nicht, welcher Tag gesetzt wird oder wodurch.</translation>
    </message>
    <message>
        <source>It follows from the lease time.</source>
        <translation>Es folgt aus der Lease-Dauer.</translation>
    </message>
    <message>
        <source>It gives an address, which only a private network does; the site&apos;s DHCP server must.</source>
        <translation>Sie vergibt eine Adresse, was nur ein privates Netzwerk tut; hier muss es der DHCP-Server vor Ort.</translation>
    </message>
    <message>
        <source>It gives no address, and no line asks for its tag.</source>
        <translation>Sie vergibt keine Adresse, und keine Zeile fragt nach ihrem Tag.</translation>
    </message>
    <message>
        <source>It has characters that cannot be sent.</source>
        <translation>Es enthält Zeichen, die nicht gesendet werden können.</translation>
    </message>
    <message>
        <source>It has no text.</source>
        <translation>Es fehlt der Text.</translation>
    </message>
    <message>
        <source>It has no value.</source>
        <translation>Es fehlt der Wert.</translation>
    </message>
    <message>
        <source>It is about DNS, and FOG Portable is no DNS server.</source>
        <translation>Es geht um DNS, und FOG Portable ist kein DNS-Server.</translation>
    </message>
    <message>
        <source>It is about DNS, which port=0 turns off in this configuration.</source>
        <translation>Es geht um DNS, das port=0 in dieser Konfiguration abschaltet.</translation>
    </message>
    <message>
        <source>It is about IPv6; network boot here is IPv4.</source>
        <translation>Es geht um IPv6; Netzwerkstart ist hier IPv4.</translation>
    </message>
    <message>
        <source>It is about giving addresses by dnsmasq&apos;s own ways; leases of a private network are kept anyway.</source>
        <translation>Es geht um dnsmasqs eigene Art, Adressen zu vergeben; Leases eines privaten Netzwerks werden ohnehin behalten.</translation>
    </message>
    <message>
        <source>It is about how dnsmasq runs; FOG Portable is started by the window or by `serve`.</source>
        <translation>Es geht darum, wie dnsmasq läuft; FOG Portable startet im Fenster oder mit `serve`.</translation>
    </message>
    <message>
        <source>It is given back as it came.</source>
        <translation>Sie wird zurückgegeben, wie sie kam.</translation>
    </message>
    <message>
        <source>It is given back to relays as it came.</source>
        <translation>Sie wird Relays zurückgegeben, wie sie kam.</translation>
    </message>
    <message>
        <source>It is in the rules of the lines with tag:{tag}.</source>
        <translation>Es steht in den Regeln der Zeilen mit tag:{tag}.</translation>
    </message>
    <message>
        <source>It is left out: {problem}.</source>
        <translation>Ausgelassen: {problem}.</translation>
    </message>
    <message>
        <source>It is loaded from {server}, not from this machine.</source>
        <translation>Geladen wird von {server}, nicht von diesem Rechner.</translation>
    </message>
    <message>
        <source>It is longer than {most} octets.</source>
        <translation>Es ist länger als {most} Oktette.</translation>
    </message>
    <message>
        <source>It is no domain name.</source>
        <translation>Es ist kein Domänenname.</translation>
    </message>
    <message>
        <source>It is no path of a folder.</source>
        <translation>Es ist kein Pfad eines Ordners.</translation>
    </message>
    <message>
        <source>It is no range of ports.</source>
        <translation>Es ist kein Bereich von Ports.</translation>
    </message>
    <message>
        <source>It is no size of a packet.</source>
        <translation>Es ist keine Größe eines Pakets.</translation>
    </message>
    <message>
        <source>It is not followed. Import the files of {folder} too, if they are about network boot.</source>
        <translation>Ihm wird nicht gefolgt. Importieren Sie auch die Dateien von {folder}, wenn es darin um Netzwerkstart geht.</translation>
    </message>
    <message>
        <source>It is not known yet what kind of computer {mac} is.</source>
        <translation>Es ist noch nicht bekannt, welche Art von Computer {mac} ist.</translation>
    </message>
    <message>
        <source>It names no card.</source>
        <translation>Es nennt keine Karte.</translation>
    </message>
    <message>
        <source>It names no computer.</source>
        <translation>Es nennt keinen Computer.</translation>
    </message>
    <message>
        <source>It names no file.</source>
        <translation>Es nennt keine Datei.</translation>
    </message>
    <message>
        <source>It names no folder.</source>
        <translation>Es nennt keinen Ordner.</translation>
    </message>
    <message>
        <source>It names no option.</source>
        <translation>Es nennt keine Option.</translation>
    </message>
    <message>
        <source>It needs an architecture and a text.</source>
        <translation>Es braucht eine Architektur und einen Text.</translation>
    </message>
    <message>
        <source>It starts only while no other DHCP server answers there. UEFI boots on it, which it does not with dnsmasq.</source>
        <translation>Es beginnt nur, solange dort kein anderer DHCP-Server antwortet. UEFI startet darin, mit dnsmasq nicht.</translation>
    </message>
    <message>
        <source>It was left out; run FOG&apos;s installer on the server again, so that its own iPXE lies there.</source>
        <translation>Es wurde weggelassen; lassen Sie auf dem Server den Installer von FOG noch einmal laufen, damit dort sein eigenes iPXE liegt.</translation>
    </message>
    <message>
        <source>It would ignore everybody.</source>
        <translation>Es würde alle übergehen.</translation>
    </message>
    <message>
        <source>Its value is empty, no name, too large for its size, or longer than 255 octets.</source>
        <translation>Ihr Wert ist leer, kein Name, zu groß für seine Länge oder länger als 255 Oktette.</translation>
    </message>
    <message>
        <source>Leases end after 30 days at the latest; hosts may have one without end.</source>
        <translation>Leases enden spätestens nach 30 Tagen; Hosts dürfen eine ohne Ende haben.</translation>
    </message>
    <message>
        <source>Leases last from one minute to 30 days.</source>
        <translation>Leases dauern von einer Minute bis 30 Tage.</translation>
    </message>
    <message>
        <source>Leave it open while computers boot.</source>
        <translation>Lassen Sie ihn offen, solange Computer booten.</translation>
    </message>
    <message>
        <source>Leave it so, or have options 60 and 43 removed from {dhcp} to serve from here.</source>
        <translation>Lassen Sie es so, oder lassen Sie die Optionen 60 und 43 auf {dhcp} entfernen, um von hier zu booten.</translation>
    </message>
    <message>
        <source>Leave it where they are meant to share the work; otherwise unplug the stray one, often a small router.</source>
        <translation>Lassen Sie es so, wenn sie sich die Arbeit teilen sollen; sonst stecken Sie den fremden ab, oft einen kleinen Router.</translation>
    </message>
    <message>
        <source>Leave only the right one of these files in the boot folder.</source>
        <translation>Lassen Sie nur die richtige dieser Dateien im Boot-Ordner.</translation>
    </message>
    <message>
        <source>Leave out --ipxe-script, or the FOG server.</source>
        <translation>Lassen Sie --ipxe-script weg, oder den FOG-Server.</translation>
    </message>
    <message>
        <source>Leave root and set out, so that FOG&apos;s own boot files are served, or name an iPXE that has params.</source>
        <translation>Lassen Sie root und set weg, damit die Boot-Dateien von FOG selbst ausgegeben werden, oder nennen Sie ein iPXE, das params kann.</translation>
    </message>
    <message>
        <source>Left alone: {reason}</source>
        <translation>Übergangen: {reason}</translation>
    </message>
    <message>
        <source>Left out. {meaning}dnsmasq sends it as a second sub-option 6 beside its own; UEFI takes the last one and ends with PXE-E21. Discovery by multicast is off here anyway, with one sub-option 6.</source>
        <translation>Ausgelassen. {meaning}dnsmasq sendet sie als zweite Unteroption 6 neben der eigenen; UEFI nimmt die letzte und endet mit PXE-E21. Die Suche per Multicast ist hier ohnehin aus, mit einer Unteroption 6.</translation>
    </message>
    <message>
        <source>Left out: 0.0.0.0, which means this machine; FOG Portable answers no DNS.</source>
        <translation>Ausgelassen: 0.0.0.0 meint diesen Rechner; FOG Portable beantwortet kein DNS.</translation>
    </message>
    <message>
        <source>Left out: another line counts for the same computers. Of several lines that fit, dnsmasq takes the last one.</source>
        <translation>Ausgelassen: für dieselben Computer zählt eine andere Zeile. Von mehreren passenden nimmt dnsmasq die letzte.</translation>
    </message>
    <message>
        <source>Left out: its text has no letter that firmware can show.</source>
        <translation>Ausgelassen: der Text hat keinen Buchstaben, den Firmware zeigen kann.</translation>
    </message>
    <message>
        <source>Left out: the lines that name boot files say where they are; a proxy never sent this option.</source>
        <translation>Ausgelassen: die Zeilen, die Bootdateien nennen, sagen, wo sie liegen; ein Proxy hat diese Option nie gesendet.</translation>
    </message>
    <message>
        <source>Left out: {fields}.</source>
        <translation>Ausgelassen: {fields}.</translation>
    </message>
    <message>
        <source>Left out: {problem}</source>
        <translation>Ausgelassen: {problem}</translation>
    </message>
    <message>
        <source>Let FOG Portable try its next shape of offer, update the firmware, or name the boot file in the site&apos;s DHCP server.</source>
        <translation>Lassen Sie FOG Portable die nächste Form des Angebots versuchen, aktualisieren Sie die Firmware, oder nennen Sie die Boot-Datei im DHCP-Server des Standorts.</translation>
    </message>
    <message>
        <source>Let UDP port 4011 out of this laptop&apos;s firewall, and look for a filter in the switch.</source>
        <translation>Lassen Sie UDP-Port 4011 durch die Firewall dieses Laptops hinaus, und suchen Sie einen Filter im Switch.</translation>
    </message>
    <message>
        <source>Let only yourself read it: chmod 600 {file}.</source>
        <translation>Erlauben Sie das Lesen nur sich selbst: chmod 600 {file}.</translation>
    </message>
    <message>
        <source>Let that server answer on port 4011 and repeat sub-option 71 of option 43, or take the entry out of the menu.</source>
        <translation>Lassen Sie jenen Server auf Port 4011 antworten und Unteroption 71 von Option 43 wiederholen, oder nehmen Sie den Eintrag aus dem Menü.</translation>
    </message>
    <message>
        <source>Let the boot server&apos;s offer carry its address in siaddr.</source>
        <translation>Lassen Sie das Angebot des Boot-Servers seine Adresse in siaddr tragen.</translation>
    </message>
    <message>
        <source>Let the lease or the offer carry the next server and the file, or set both in U-Boot.</source>
        <translation>Nächsten Server und Datei in Lease oder Angebot angeben, oder beide in U-Boot setzen.</translation>
    </message>
    <message>
        <source>Let them in while you serve ({command}).</source>
        <translation>Lassen Sie es herein, solange Sie in Betrieb sind ({command}).</translation>
    </message>
    <message>
        <source>Let them in yourself ({commands}).</source>
        <translation>Lassen Sie sie selbst herein ({commands}).</translation>
    </message>
    <message>
        <source>Let {interface} take its address from the site by DHCP, or give it one of that network by hand.</source>
        <translation>Lassen Sie {interface} die Adresse per DHCP vom Standort holen, oder geben Sie ihr von Hand eine aus jenem Netzwerk.</translation>
    </message>
    <message>
        <source>Lets in {names}.</source>
        <translation>Lässt {names} herein.</translation>
    </message>
    <message>
        <source>Likely: {sentence}</source>
        <translation>Wahrscheinlich: {sentence}</translation>
    </message>
    <message>
        <source>Limit the block size of TFTP to 1024 or 512 (Boot page, transport), or mend the MTU on the way.</source>
        <translation>Begrenzen Sie die Blockgröße von TFTP auf 1024 oder 512 (Seite Booten, Übertragung), oder bringen Sie die MTU auf dem Weg in Ordnung.</translation>
    </message>
    <message>
        <source>Limit the block size of TFTP to 1024 or 512, or mend the MTU on the way.</source>
        <translation>Begrenzen Sie die Blockgröße von TFTP auf 1024 oder 512, oder bringen Sie die MTU auf dem Weg in Ordnung.</translation>
    </message>
    <message>
        <source>Limit the block size of TFTP, and see in a capture what the server sends.</source>
        <translation>Begrenzen Sie die Blockgröße von TFTP, und sehen Sie in einem Mitschnitt, was der Server sendet.</translation>
    </message>
    <message>
        <source>Limit the block size of TFTP, check the cable, and look for a firewall that closes long transfers.</source>
        <translation>Begrenzen Sie die Blockgröße von TFTP, prüfen Sie das Kabel, und suchen Sie eine Firewall, die lange Übertragungen schließt.</translation>
    </message>
    <message>
        <source>Line {line} of {file} does not begin with a hardware address, but with {word}.</source>
        <translation>Zeile {line} von {file} beginnt nicht mit einer Hardware-Adresse, sondern mit {word}.</translation>
    </message>
    <message>
        <source>Line {line} of {file} was left out: {problem}.</source>
        <translation>Zeile {line} von {file} wurde ausgelassen: {problem}.</translation>
    </message>
    <message>
        <source>Listening goes on after {lasted_s:.0f} s. Before: {message}</source>
        <translation>Das Zuhören geht nach {lasted_s:.0f} s weiter. Vorher: {message}</translation>
    </message>
    <message>
        <source>Load a signed kernel, or switch Secure Boot off.</source>
        <translation>Laden Sie einen signierten Kernel, oder schalten Sie Secure Boot aus.</translation>
    </message>
    <message>
        <source>Loaded {file}</source>
        <translation>Hat {file} geladen</translation>
    </message>
    <message>
        <source>Loading {file}</source>
        <translation>Lädt {file}</translation>
    </message>
    <message>
        <source>Look again, or give the FOG server&apos;s address or name.</source>
        <translation>Suchen Sie noch einmal, oder geben Sie Adresse oder Namen des FOG-Servers an.</translation>
    </message>
    <message>
        <source>Look at its screen, and try once more; if it stays so, save the session and send it to somebody who knows.</source>
        <translation>Sehen Sie auf seinen Bildschirm, und versuchen Sie es noch einmal; wenn es so bleibt, speichern Sie die Sitzung, und schicken Sie sie jemandem, der sich auskennt.</translation>
    </message>
    <message>
        <source>Look at that server: it counts this network as its own and has no address for it, or it was set up to keep others out.</source>
        <translation>Diesen Server ansehen: Er hält dieses Netz für seines und hat keine Adresse dafür, oder er soll andere fernhalten.</translation>
    </message>
    <message>
        <source>Look at the boot file that the site&apos;s DHCP server names (option 67), or shorten the name of yours.</source>
        <translation>Sehen Sie die Boot-Datei an, die der DHCP-Server des Standorts nennt (Option 67), oder kürzen Sie den Namen der Ihren.</translation>
    </message>
    <message>
        <source>Look at the card, then press Observe again.</source>
        <translation>Die Karte ansehen und dann erneut Beobachten drücken.</translation>
    </message>
    <message>
        <source>Look at the error log of its web server, then try again.</source>
        <translation>Sehen Sie in das Fehlerprotokoll seines Webservers und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Look at the names with fogportable fog hosts {address}, or register it with fogportable fog register.</source>
        <translation>Sehen Sie die Namen mit fogportable fog hosts {address} an, oder registrieren Sie ihn mit fogportable fog register.</translation>
    </message>
    <message>
        <source>Look at the names with fogportable fog images {address}.</source>
        <translation>Sehen Sie die Namen mit fogportable fog images {address} an.</translation>
    </message>
    <message>
        <source>Look at the rules for single computers: their files come from {elsewhere} too, as the rule for all says.</source>
        <translation>Sehen Sie die Regeln für einzelne Computer an: auch ihre Dateien kommen von {elsewhere}, wie die Regel für alle sagt.</translation>
    </message>
    <message>
        <source>Look at the site&apos;s next server: GRUB takes its server from there.</source>
        <translation>Sehen Sie den nächsten Server (next server) des Standorts an: Von dort nimmt GRUB seinen Server.</translation>
    </message>
    <message>
        <source>Look for a DHCP server on this network.</source>
        <translation>Suchen Sie einen DHCP-Server in diesem Netzwerk.</translation>
    </message>
    <message>
        <source>Look for a DHCP server; on a managed switch, switch on PortFast, since iPXE takes the link down and up again.</source>
        <translation>Suchen Sie einen DHCP-Server; an einem verwalteten Switch schalten Sie PortFast ein, denn iPXE nimmt die Verbindung kurz weg.</translation>
    </message>
    <message>
        <source>Look for a cable that connects a switch with itself or two switches twice.</source>
        <translation>Suchen Sie ein Kabel, das einen Switch mit sich selbst oder zwei Switches doppelt verbindet.</translation>
    </message>
    <message>
        <source>Look for a loop: a cable that connects a switch with itself or two switches twice; then ask again.</source>
        <translation>Nach einer Schleife suchen: ein Kabel, das einen Switch mit sich selbst oder zwei Switches doppelt verbindet; dann erneut fragen.</translation>
    </message>
    <message>
        <source>Look for the DHCP server, and use GRUB 2.12 or iPXE.</source>
        <translation>Nach dem DHCP-Server sehen, und GRUB 2.12 oder iPXE verwenden.</translation>
    </message>
    <message>
        <source>Look in FOG whether it was deleted meanwhile.</source>
        <translation>Sehen Sie in FOG nach, ob es inzwischen gelöscht wurde.</translation>
    </message>
    <message>
        <source>Look on {server} for a rule that leaves them out, by class (option 60) or kind of computer (option 93); without an address they cannot start from here either.</source>
        <translation>Auf {server} nach einer Regel suchen, die sie auslässt, nach Klasse (Option 60) oder Art des Computers (Option 93); ohne Adresse starten sie auch von hier nicht.</translation>
    </message>
    <message>
        <source>Look under Tasks in FOG; it may be over already.</source>
        <translation>Sehen Sie in FOG unter Tasks nach; vielleicht ist sie schon vorbei.</translation>
    </message>
    <message>
        <source>Look whether BCD, boot.sdi and boot.wim are on the boot server under the names it asks for, with capital letters and slashes.</source>
        <translation>Nachsehen, ob BCD, boot.sdi und boot.wim auf dem Bootserver unter den Namen liegen, nach denen er fragt, mit Großbuchstaben und Schrägstrichen.</translation>
    </message>
    <message>
        <source>Look whether the FOG server is up at that address and its default.ipxe names it; `fogportable fog identify` tells.</source>
        <translation>Sehen Sie nach, ob der FOG-Server unter jener Adresse läuft und seine default.ipxe sie nennt; `fogportable fog identify` sagt es.</translation>
    </message>
    <message>
        <source>Look whether the FOG server is up at that address; `fogportable fog identify` tells.</source>
        <translation>Sehen Sie nach, ob der FOG-Server unter jener Adresse läuft; `fogportable fog identify` sagt es.</translation>
    </message>
    <message>
        <source>Look whether the address in the offer or script is right and a firewall lets TFTP or HTTP through.</source>
        <translation>Sehen Sie nach, ob die Adresse im Angebot oder Skript stimmt und eine Firewall TFTP oder HTTP durchlässt.</translation>
    </message>
    <message>
        <source>Look whether the address is right and the machine is on.</source>
        <translation>Nachsehen, ob die Adresse stimmt und der Rechner an ist.</translation>
    </message>
    <message>
        <source>Look whether the boot server&apos;s address (next server) is right, the machine is on, and no wall or VLAN is between.</source>
        <translation>Sehen Sie nach, ob die Adresse des Boot-Servers (next server) stimmt, der Rechner an ist und keine Firewall und kein VLAN dazwischen ist.</translation>
    </message>
    <message>
        <source>Look whether the next server is right, its TFTP service runs and its firewall lets UDP 69 and high ports through.</source>
        <translation>Sehen Sie nach, ob der nächste Server (next server) stimmt, sein TFTP-Dienst läuft und seine Firewall UDP 69 und hohe Ports durchlässt.</translation>
    </message>
    <message>
        <source>Look whether the right file is served for this architecture.</source>
        <translation>Sehen Sie nach, ob für diese Architektur die richtige Datei ausgegeben wird.</translation>
    </message>
    <message>
        <source>Look whether the right file is served, and remove option 13.</source>
        <translation>Sehen Sie nach, ob die richtige Datei ausgegeben wird, und entfernen Sie Option 13.</translation>
    </message>
    <message>
        <source>Look whether the script wants http where the server speaks https, and at firewalls between.</source>
        <translation>Sehen Sie nach, ob das Skript http will, wo der Server https spricht, und ob Firewalls dazwischen sind.</translation>
    </message>
    <message>
        <source>Look whether the web server of FOG runs at the address that default.ipxe names.</source>
        <translation>Nachsehen, ob der Webserver von FOG unter der Adresse läuft, die default.ipxe nennt.</translation>
    </message>
    <message>
        <source>Look whether {server} is the right boot server, is switched on, and can be reached from the computer&apos;s network.</source>
        <translation>Sehen Sie nach, ob {server} der richtige Boot-Server ist, eingeschaltet ist und vom Netzwerk des Computers erreichbar ist.</translation>
    </message>
    <message>
        <source>Look with fogportable fog tasks {address} at what it still did.</source>
        <translation>Sehen Sie mit fogportable fog tasks {address} nach, was er noch getan hat.</translation>
    </message>
    <message>
        <source>Looked at once a network is chosen.</source>
        <translation>Wird angesehen, sobald ein Netzwerk gewählt ist.</translation>
    </message>
    <message>
        <source>Looking at {source}.</source>
        <translation>Sehe {source} durch.</translation>
    </message>
    <message>
        <source>Macs do not start from a PXE server.</source>
        <translation>Macs starten nicht von einem PXE-Server.</translation>
    </message>
    <message>
        <source>Make #!ipxe the first line of the script.</source>
        <translation>Schreiben Sie #!ipxe in die erste Zeile des Skripts.</translation>
    </message>
    <message>
        <source>Make the address in {network} the first one of {interface}, or take {own} away from it.</source>
        <translation>Die Adresse in {network} zur ersten von {interface} machen, oder {own} dort wegnehmen.</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Masked: IP addresses; networks stay together.</source>
        <translation>Unkenntlich: IP-Adressen; Netzwerke bleiben beisammen.</translation>
    </message>
    <message>
        <source>Masked: {count} hardware addresses (the maker&apos;s part stays) and the numbers of machines.</source>
        <translation>Unkenntlich: {count} Hardwareadressen (der Teil des Herstellers bleibt) und die Nummern der Rechner.</translation>
    </message>
    <message>
        <source>Masked: {count} names of computers.</source>
        <translation>Unkenntlich: {count} Namen von Computern.</translation>
    </message>
    <message>
        <source>May use the boot ports.</source>
        <translation>Darf die Boot-Ports benutzen.</translation>
    </message>
    <message>
        <source>Mend that line and try again.</source>
        <translation>Berichtigen Sie diese Zeile und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>More broadcasts come in on {interface} than this laptop can read, so what was not heard may be there all the same.</source>
        <translation>Auf {interface} kommen mehr Rundrufe an, als dieser Laptop lesen kann; was nicht gehört wurde, kann trotzdem da sein.</translation>
    </message>
    <message>
        <source>Multicast TFTP is never offered; UEFI refuses offers that have all its options.</source>
        <translation>Multicast-TFTP wird nie angeboten; UEFI lehnt Angebote mit allen seinen Optionen ab.</translation>
    </message>
    <message>
        <source>Name a file below {root}.</source>
        <translation>Nennen Sie eine Datei unterhalb von {root}.</translation>
    </message>
    <message>
        <source>Name a script that exists, or leave it out to serve the menu.</source>
        <translation>Nennen Sie ein Skript, das es gibt, oder lassen Sie es weg, um das Menü zu geben.</translation>
    </message>
    <message>
        <source>Name another file, or move that one away.</source>
        <translation>Nennen Sie eine andere Datei, oder schaffen Sie jene beiseite.</translation>
    </message>
    <message>
        <source>Name another folder, or move that away.</source>
        <translation>Nennen Sie einen anderen Ordner, oder schaffen Sie das beiseite.</translation>
    </message>
    <message>
        <source>Name another folder, or move that file away.</source>
        <translation>Nennen Sie einen anderen Ordner, oder schaffen Sie jene Datei beiseite.</translation>
    </message>
    <message>
        <source>Name it with --fog ADDRESS, or write server in [fog] of the profile.</source>
        <translation>Nennen Sie ihn mit --fog ADDRESS, oder schreiben Sie server in [fog] des Profils.</translation>
    </message>
    <message>
        <source>Name the boot file as http:// URL in the answers to HTTPClient.</source>
        <translation>Nennen Sie die Boot-Datei als http://-URL in den Antworten an HTTPClient.</translation>
    </message>
    <message>
        <source>Name the boot file for its architecture.</source>
        <translation>Nennen Sie die Boot-Datei für seine Architektur.</translation>
    </message>
    <message>
        <source>Name the boot file for this architecture, and bring it again.</source>
        <translation>Die Bootdatei für diese Architektur nennen und sie neu holen.</translation>
    </message>
    <message>
        <source>Name the file as http:// URL in the answers to HTTPClient, as FOG Portable does.</source>
        <translation>Nennen Sie die Datei als http://-URL in den Antworten an HTTPClient, wie FOG Portable es tut.</translation>
    </message>
    <message>
        <source>Name the folder with the boot files in boot.root: the configuration has no tftp-root.</source>
        <translation>Nennen Sie den Ordner der Bootdateien in boot.root: die Konfiguration hat kein tftp-root.</translation>
    </message>
    <message>
        <source>Name the network that the computers are on.</source>
        <translation>Nennen Sie das Netzwerk, in dem die Computer sind.</translation>
    </message>
    <message>
        <source>Name the text file, such as /etc/dnsmasq.d/ltsp.conf.</source>
        <translation>Nennen Sie die Textdatei, etwa /etc/dnsmasq.d/ltsp.conf.</translation>
    </message>
    <message>
        <source>Never in it: passwords and tokens, the address of FOG&apos;s pages, the name of the home folder.</source>
        <translation>Nie enthalten: Kennwörter und Tokens, die Adresse der FOG-Seiten, der Name des Home-Ordners.</translation>
    </message>
    <message>
        <source>Newer than this program&apos;s catalogue: {files}.</source>
        <translation>Neuer als der Katalog dieses Programms: {files}.</translation>
    </message>
    <message>
        <source>No DNS server is told unless one is named.</source>
        <translation>Ohne Angabe wird kein DNS-Server genannt.</translation>
    </message>
    <message>
        <source>No FOG server answers in {network}.</source>
        <translation>In {network} antwortet kein FOG-Server.</translation>
    </message>
    <message>
        <source>No FOG server was looked at.</source>
        <translation>Es wurde kein FOG-Server angesehen.</translation>
    </message>
    <message>
        <source>No address is left between {first} and {last} on {interface}.</source>
        <translation>Zwischen {first} und {last} ist auf {interface} keine Adresse mehr frei.</translation>
    </message>
    <message>
        <source>No boot file is chosen for any kind of computer.</source>
        <translation>Für keine Art von Computer ist eine Boot-Datei gewählt.</translation>
    </message>
    <message>
        <source>No boot file is usable.</source>
        <translation>Keine Boot-Datei ist brauchbar.</translation>
    </message>
    <message>
        <source>No boot file was found in {folder}.</source>
        <translation>In {folder} wurde keine Boot-Datei gefunden.</translation>
    </message>
    <message>
        <source>No boot server of the chosen kind answered.</source>
        <translation>Kein Boot-Server der gewählten Art hat geantwortet.</translation>
    </message>
    <message>
        <source>No card is chosen for the private network.</source>
        <translation>Für das private Netzwerk ist keine Karte gewählt.</translation>
    </message>
    <message>
        <source>No card of this machine has {address} or shares its network: the card must be chosen.</source>
        <translation>Keine Karte dieses Rechners hat {address} oder liegt im selben Netzwerk: die Karte muss gewählt werden.</translation>
    </message>
    <message>
        <source>No card of this machine is on the network of {first}. Give one an address there and import again.</source>
        <translation>Keine Karte dieses Rechners liegt im Netzwerk von {first}. Geben Sie einer dort eine Adresse und importieren Sie erneut.</translation>
    </message>
    <message>
        <source>No computer is chosen.</source>
        <translation>Es ist kein Computer gewählt.</translation>
    </message>
    <message>
        <source>No computer to wake is named.</source>
        <translation>Es ist kein Computer genannt, der geweckt werden soll.</translation>
    </message>
    <message>
        <source>No dhcp-host line names a computer, so nobody would boot.</source>
        <translation>Keine dhcp-host-Zeile nennt einen Computer, es würde also keiner starten.</translation>
    </message>
    <message>
        <source>No dhcp-range is on its network, so dnsmasq boots nobody there.</source>
        <translation>In seinem Netzwerk liegt kein dhcp-range, dnsmasq startet dort also niemanden.</translation>
    </message>
    <message>
        <source>No encrypted connection to {address} came about: {problem}.</source>
        <translation>Es kam keine verschlüsselte Verbindung zu {address} zustande: {problem}.</translation>
    </message>
    <message>
        <source>No firewall of this laptop is known that could be told to let computers in, so nothing was changed.</source>
        <translation>Auf diesem Laptop ist keine Firewall bekannt, die Computer hereinlassen könnte; geändert wurde nichts.</translation>
    </message>
    <message>
        <source>No firmware can run a script, so only iPXE gets it.</source>
        <translation>Keine Firmware kann ein Skript ausführen, deshalb bekommt es nur iPXE.</translation>
    </message>
    <message>
        <source>No image is chosen in FOG for {names}.</source>
        <translation>In FOG ist kein Image gewählt für {names}.</translation>
    </message>
    <message>
        <source>No keyring runs here that could keep the tokens.</source>
        <translation>Hier läuft kein Schlüsselbund, der die Token aufbewahren könnte.</translation>
    </message>
    <message>
        <source>No line asks for the tag it sets.</source>
        <translation>Keine Zeile fragt nach dem Tag, den sie setzt.</translation>
    </message>
    <message>
        <source>No line asks for the tag {tag}.</source>
        <translation>Keine Zeile fragt nach dem Tag {tag}.</translation>
    </message>
    <message>
        <source>No longer so: {what}</source>
        <translation>Nicht mehr so: {what}</translation>
    </message>
    <message>
        <source>No machine called {host} can be found.</source>
        <translation>Ein Rechner namens {host} ist nicht zu finden.</translation>
    </message>
    <message>
        <source>No machine has an address in {network}.</source>
        <translation>Kein Rechner hat eine Adresse in {network}.</translation>
    </message>
    <message>
        <source>No network interface is chosen.</source>
        <translation>Es ist keine Netzwerkkarte gewählt.</translation>
    </message>
    <message>
        <source>No network interface is named, neither by a flag nor by a profile.</source>
        <translation>Es ist keine Netzwerkkarte genannt, weder auf der Befehlszeile noch in einem Profil.</translation>
    </message>
    <message>
        <source>No offer that the firmware can use: nobody gave an address, nobody offered boot, or the boot server did not answer on port 4011.</source>
        <translation>Kein Angebot, mit dem die Firmware etwas anfangen kann: Niemand gab eine Adresse, niemand bot Booten an, oder der Boot-Server antwortete nicht auf Port 4011.</translation>
    </message>
    <message>
        <source>No router is told unless one is named.</source>
        <translation>Ohne Angabe wird kein Router genannt.</translation>
    </message>
    <message>
        <source>No way of booting worked; why network boot did not, stood on the screen before.</source>
        <translation>Kein Weg zu booten führte zum Ziel; warum es vom Netz nicht ging, stand davor auf dem Bildschirm.</translation>
    </message>
    <message>
        <source>Nobody answered at all: neither an address nor network boot was offered.</source>
        <translation>Niemand hat geantwortet: Weder eine Adresse noch Netzwerk-Boot wurde angeboten.</translation>
    </message>
    <message>
        <source>Nobody answers at the address of the boot server.</source>
        <translation>Unter der Adresse des Boot-Servers antwortet niemand.</translation>
    </message>
    <message>
        <source>Nobody answers on {interface} yet, and a switch with spanning tree keeps a new port waiting for up to {wait_s} seconds.</source>
        <translation>Auf {interface} antwortet noch niemand, und ein Switch mit Spanning Tree lässt einen neuen Port bis zu {wait_s} Sekunden warten.</translation>
    </message>
    <message>
        <source>Nobody answers on {interface}: no DHCP server and no boot server.</source>
        <translation>Auf {interface} antwortet niemand: kein DHCP-Server und kein Boot-Server.</translation>
    </message>
    <message>
        <source>Nobody else is answered.</source>
        <translation>Sonst bekommt niemand Antwort.</translation>
    </message>
    <message>
        <source>Nobody on this network gives the computer an address; it asked {times} times.</source>
        <translation>Niemand in diesem Netzwerk gibt dem Computer eine Adresse; er fragte {times} Mal.</translation>
    </message>
    <message>
        <source>Not asked for any more: {names}.</source>
        <translation>Nicht mehr gefragt: {names}.</translation>
    </message>
    <message>
        <source>Not to be seen from here: ipaddress in /opt/fog/.fogsettings, which must be {used}.</source>
        <translation>Von hier nicht zu sehen: ipaddress in /opt/fog/.fogsettings, und dort muss {used} stehen.</translation>
    </message>
    <message>
        <source>Nothing can be sent into {network}: {problem}.</source>
        <translation>In {network} lässt sich nichts senden: {problem}.</translation>
    </message>
    <message>
        <source>Nothing could be sent on {interface}: {reason}.</source>
        <translation>Auf {interface} ließ sich nichts senden: {reason}.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: UEFI and iPXE take FOG Portable&apos;s answer before it.</source>
        <translation>Es ist nichts zu tun: UEFI und iPXE ziehen die Antwort von FOG Portable vor.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: an address is checked before it is given.</source>
        <translation>Es ist nichts zu tun: Eine Adresse wird geprüft, bevor sie vergeben wird.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: that address was used.</source>
        <translation>Es ist nichts zu tun: Diese Adresse wurde benutzt.</translation>
    </message>
    <message>
        <source>Nothing outside the TFTP folder is ever served.</source>
        <translation>Außerhalb des TFTP-Ordners wird nie etwas ausgeliefert.</translation>
    </message>
    <message>
        <source>Nothing says which firmware {name} is for; it is taken for a BIOS file.</source>
        <translation>Nichts sagt, für welche Firmware {name} ist; es gilt als BIOS-Datei.</translation>
    </message>
    <message>
        <source>Nothing was captured into the image {image} yet, as far as FOG tells.</source>
        <translation>In das Image {image} wurde noch nichts aufgenommen, soweit FOG es sagt.</translation>
    </message>
    <message>
        <source>Nothing was done: it was not confirmed that {count} shall be worked on.</source>
        <translation>Es wurde nichts getan: Es war nicht bestätigt, dass {count} bearbeitet werden sollen.</translation>
    </message>
    <message>
        <source>Observed for {lasted_s:.0f} s, and sent nothing: {asked}. DHCP requests heard: {requests}.</source>
        <translation>{lasted_s:.0f} s beobachtet und nichts gesendet: {asked}. Gehörte DHCP-Anfragen: {requests}.</translation>
    </message>
    <message>
        <source>Observing on {interfaces}. Nothing is sent.</source>
        <translation>Beobachtung auf {interfaces}. Nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Of the two tokens for the FOG server one is missing: {missing}.</source>
        <translation>Von den zwei Token für den FOG-Server fehlt eines: {missing}.</translation>
    </message>
    <message>
        <source>On this system what the site&apos;s DHCP server offers to others cannot be seen.</source>
        <translation>Auf diesem System ist nicht zu sehen, was der DHCP-Server des Standorts anderen anbietet.</translation>
    </message>
    <message>
        <source>One folder serves all network interfaces.</source>
        <translation>Ein Ordner dient allen Netzwerkkarten.</translation>
    </message>
    <message>
        <source>Only PXEClient and HTTPClient are answered, not {others}.</source>
        <translation>Nur PXEClient und HTTPClient bekommen Antwort, nicht {others}.</translation>
    </message>
    <message>
        <source>Only clients need it.</source>
        <translation>Nur Clients brauchen sie.</translation>
    </message>
    <message>
        <source>Only clients send it.</source>
        <translation>Nur Clients senden sie.</translation>
    </message>
    <message>
        <source>Only the chosen network interfaces are served, each with its own address.</source>
        <translation>Nur die gewählten Netzwerkkarten werden bedient, jede mit ihrer eigenen Adresse.</translation>
    </message>
    <message>
        <source>Only {free} are free on the disk of {folder}.</source>
        <translation>Auf der Platte von {folder} sind nur {free} frei.</translation>
    </message>
    <message>
        <source>Open UDP 69 and the high ports in the firewall of the boot server, and look whether the next server is right.</source>
        <translation>UDP 69 und die hohen Ports in der Firewall des Bootservers öffnen, und nachsehen, ob der nächste Server stimmt.</translation>
    </message>
    <message>
        <source>Open UDP 69, 4011 and the ports of transfers in its firewall, and look whether its service runs.</source>
        <translation>Öffnen Sie UDP 69, 4011 und die Ports der Übertragungen in seiner Firewall, und sehen Sie nach, ob sein Dienst läuft.</translation>
    </message>
    <message>
        <source>Open UDP port 4011 on {server}, and look whether a boot server runs there.</source>
        <translation>Öffnen Sie UDP-Port 4011 auf {server}, und sehen Sie nach, ob dort ein Boot-Server läuft.</translation>
    </message>
    <message>
        <source>Open UDP port 69 and the ports of transfers in the firewall of {server}, or use FOG Portable&apos;s single port.</source>
        <translation>Öffnen Sie UDP-Port 69 und die Ports der Übertragungen in der Firewall von {server}, oder nehmen Sie den einen Port von FOG Portable.</translation>
    </message>
    <message>
        <source>Open it with that version or a later one.</source>
        <translation>Öffnen Sie sie mit jener Version oder einer neueren.</translation>
    </message>
    <message>
        <source>Open the URL in a browser on another computer, and correct it.</source>
        <translation>Die URL im Browser eines anderen Computers öffnen und sie berichtigen.</translation>
    </message>
    <message>
        <source>Open {url} in a browser, let it update the database, then try again.</source>
        <translation>Öffnen Sie {url} in einem Browser, lassen Sie ihn die Datenbank aktualisieren und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Open {url} in a browser; it shows what the server waits for.</source>
        <translation>Öffnen Sie {url} in einem Browser; dort steht, worauf der Server wartet.</translation>
    </message>
    <message numerus="yes">
        <source>Opened until Stop, by {count} rules of FOG Portable.</source>
        <translation>
            <numerusform>Bis zum Stoppen geöffnet, durch eine Regel von FOG Portable.</numerusform>
            <numerusform>Bis zum Stoppen geöffnet, durch {count} Regeln von FOG Portable.</numerusform>
        </translation>
    </message>
    <message>
        <source>Option 0 is padding and has no value.</source>
        <translation>Option 0 ist Füllung und hat keinen Wert.</translation>
    </message>
    <message>
        <source>Option 13 is left out: UEFI firmware trusts it more than the file, and a wrong size ends the boot.</source>
        <translation>Option 13 wird ausgelassen: UEFI-Firmware traut ihr mehr als der Datei, und eine falsche Größe beendet den Start.</translation>
    </message>
    <message>
        <source>Option 175 holds 252 octets beside our own.</source>
        <translation>Option 175 fasst neben unserer eigenen 252 Byte.</translation>
    </message>
    <message>
        <source>Option 255 is the end mark and has no value.</source>
        <translation>Option 255 ist die Endmarke und hat keinen Wert.</translation>
    </message>
    <message>
        <source>Option 43 is written by FOG Portable: use the menu of the firmware and the offer shapes.</source>
        <translation>Option 43 schreibt FOG Portable: verwenden Sie das Menü der Firmware und die Angebotsformen.</translation>
    </message>
    <message>
        <source>Option 52 is never used: old boot ROMs misread what it does.</source>
        <translation>Option 52 wird nie verwendet: alte Boot-ROMs verstehen sie falsch.</translation>
    </message>
    <message>
        <source>Option 53 is the message type, which FOG Portable writes.</source>
        <translation>Option 53 ist der Nachrichtentyp, den FOG Portable schreibt.</translation>
    </message>
    <message>
        <source>Option 54 is our own address, which FOG Portable writes.</source>
        <translation>Option 54 ist unsere eigene Adresse, die FOG Portable schreibt.</translation>
    </message>
    <message>
        <source>Option 60 is the vendor class, which FOG Portable writes.</source>
        <translation>Option 60 ist die Vendor Class, die FOG Portable schreibt.</translation>
    </message>
    <message>
        <source>Option 67 is the boot file: set it in a boot rule.</source>
        <translation>Option 67 ist die Bootdatei: setzen Sie sie in einer Bootregel.</translation>
    </message>
    <message>
        <source>Option 82 belongs to relays and is sent back unchanged.</source>
        <translation>Option 82 gehört Relays und wird unverändert zurückgesendet.</translation>
    </message>
    <message>
        <source>Option 97 is the computer&apos;s own number and is sent back unchanged.</source>
        <translation>Option 97 ist die eigene Nummer des Computers und wird unverändert zurückgesendet.</translation>
    </message>
    <message>
        <source>Option {code} is set twice for the same computers.</source>
        <translation>Option {code} ist für dieselben Computer zweimal gesetzt.</translation>
    </message>
    <message>
        <source>Options for the class {name} are not sent.</source>
        <translation>Optionen für die Klasse {name} werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Options of other makers&apos; classes are not sent.</source>
        <translation>Optionen der Klassen anderer Hersteller werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Others may read the tokens in {file} (mode {mode}).</source>
        <translation>Andere dürfen die Token in {file} lesen (Modus {mode}).</translation>
    </message>
    <message>
        <source>Our own broadcasts came back on {interface}, so a cable leads round in a circle.</source>
        <translation>Unsere eigenen Broadcasts kamen auf {interface} zurück; ein Kabel führt also im Kreis.</translation>
    </message>
    <message>
        <source>PXE failed before HTTP Boot was tried: {value}</source>
        <translation>PXE schlug fehl, bevor HTTP Boot versucht wurde: {value}</translation>
    </message>
    <message>
        <source>PXELINUX runs and found none of its configuration files.</source>
        <translation>PXELINUX läuft und fand keine seiner Konfigurationsdateien.</translation>
    </message>
    <message>
        <source>PXELINUX runs and its modules are not beside it, or of another version.</source>
        <translation>PXELINUX läuft, und seine Module liegen nicht daneben oder sind von einer anderen Version.</translation>
    </message>
    <message>
        <source>Plug into a port of the room&apos;s own network, or serve a private network where there is no DHCP server at all.</source>
        <translation>Nehmen Sie eine Dose im Netzwerk des Raums, oder betreiben Sie ein privates Netzwerk, wo es gar keinen DHCP-Server gibt.</translation>
    </message>
    <message>
        <source>Plug it in again; serving goes on by itself once it has its address back.</source>
        <translation>Stecken Sie sie wieder ein; der Betrieb geht von selbst weiter, sobald sie ihre Adresse wiederhat.</translation>
    </message>
    <message>
        <source>Plug it in, or the computers that are loading are cut off.</source>
        <translation>Stecken Sie ihn an, sonst werden ladende Computer abgeschnitten.</translation>
    </message>
    <message>
        <source>Plug it into the site&apos;s network and wait for an address, or give it one by hand.</source>
        <translation>Stecken Sie sie im Netzwerk des Standorts an und warten Sie auf eine Adresse, oder geben Sie ihr eine von Hand.</translation>
    </message>
    <message>
        <source>Plug the cable in, or choose another network interface.</source>
        <translation>Stecken Sie das Kabel ein oder wählen Sie eine andere Netzwerkkarte.</translation>
    </message>
    <message>
        <source>Plug this laptop in.</source>
        <translation>Stecken Sie diesen Laptop an.</translation>
    </message>
    <message>
        <source>Port {port} is used by another program that this user may not see.</source>
        <translation>Port {port} wird von einem anderen Programm benutzt, das dieser Benutzer nicht sehen darf.</translation>
    </message>
    <message>
        <source>Port {port} is used by {holder} (process {pid}).</source>
        <translation>Port {port} wird von {holder} benutzt (Prozess {pid}).</translation>
    </message>
    <message>
        <source>Ports of transfers begin at {lowest_port}.</source>
        <translation>Ports von Übertragungen beginnen bei {lowest_port}.</translation>
    </message>
    <message>
        <source>Press the key right after power-on, several times. Then choose network, LAN, PXE or IPv4.</source>
        <translation>Drücken Sie die Taste gleich nach dem Einschalten, mehrmals. Wählen Sie dann Network, LAN, PXE oder IPv4.</translation>
    </message>
    <message>
        <source>Put a file for UEFI x64 into the TFTP folder and name it in a boot.rule: such computers get no answer yet.</source>
        <translation>Legen Sie eine Datei für UEFI x64 in den TFTP-Ordner und nennen Sie sie in einer boot.rule: solche Computer bekommen noch keine Antwort.</translation>
    </message>
    <message>
        <source>Put a signed {next} into the same folder, or run: fogportable bootfiles get secure-boot.</source>
        <translation>Legen Sie eine signierte {next} in denselben Ordner, oder rufen Sie auf: fogportable bootfiles get secure-boot.</translation>
    </message>
    <message>
        <source>Put grubx64.efi (or the loader it is built for) into the folder of shim on the same server.</source>
        <translation>Legen Sie grubx64.efi (oder den Loader, für den es gebaut ist) in den Ordner von shim auf demselben Server.</translation>
    </message>
    <message>
        <source>Put it there, or correct its name.</source>
        <translation>Legen Sie sie dorthin, oder berichtigen Sie den Namen.</translation>
    </message>
    <message>
        <source>Put ldlinux.c32 of the same version beside pxelinux.0.</source>
        <translation>Legen Sie ldlinux.c32 derselben Version neben pxelinux.0.</translation>
    </message>
    <message>
        <source>Put pxelinux.cfg/default beside it.</source>
        <translation>Legen Sie pxelinux.cfg/default daneben.</translation>
    </message>
    <message>
        <source>Put pxelinux.cfg/default or the boot script there.</source>
        <translation>Legen Sie pxelinux.cfg/default oder das Boot-Skript dorthin.</translation>
    </message>
    <message>
        <source>Put the boot file there under exactly that name.</source>
        <translation>Legen Sie die Boot-Datei unter genau diesem Namen dorthin.</translation>
    </message>
    <message>
        <source>Put the boot file there under exactly that name; old cards add an octet when option 67 does not end with a NUL.</source>
        <translation>Legen Sie die Boot-Datei unter genau diesem Namen dorthin; alte Karten hängen ein Byte an, wenn Option 67 nicht mit einem NUL endet.</translation>
    </message>
    <message>
        <source>Put them into the keyring with fogportable fog login, or set the two variables, or name a file with --token-file.</source>
        <translation>Legen Sie sie mit fogportable fog login in den Schlüsselbund, setzen Sie die zwei Variablen, oder nennen Sie eine Datei mit --token-file.</translation>
    </message>
    <message>
        <source>Put {file} into {root}, or choose another file.</source>
        <translation>Legen Sie {file} in {root} oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Raw sub-options of option 43 are not sent.</source>
        <translation>Rohe Unteroptionen der Option 43 werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Raw sub-options of option {number} are not sent.</source>
        <translation>Rohe Unteroptionen der Option {number} werden nicht gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Read into the image {image} the disks of {count} computers: {names}.</source>
        <translation>
            <numerusform>Die Platte von 1 Computer in das Image {image} lesen: {names}.</numerusform>
            <numerusform>Die Platten von {count} Computern in das Image {image} lesen: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Read its log, or the capture: it says which file it means.</source>
        <translation>Lesen Sie sein Protokoll oder den Mitschnitt: Dort steht, welche Datei gemeint ist.</translation>
    </message>
    <message>
        <source>Read the line before it.</source>
        <translation>Lesen Sie die Zeile davor.</translation>
    </message>
    <message>
        <source>Read the line that comes next; if none comes, nobody has answered.</source>
        <translation>Die nächste Zeile lesen; kommt keine, hat niemand geantwortet.</translation>
    </message>
    <message>
        <source>Read the log of the server.</source>
        <translation>Das Protokoll des Servers lesen.</translation>
    </message>
    <message>
        <source>Read the text, or the server&apos;s log.</source>
        <translation>Lesen Sie den Text oder das Protokoll des Servers.</translation>
    </message>
    <message>
        <source>Reading the package list of Debian {suite}.</source>
        <translation>Lese die Paketliste von Debian {suite}.</translation>
    </message>
    <message>
        <source>Relayed requests are answered for listed networks: see network.relays.</source>
        <translation>Anfragen über Relays werden für aufgeführte Netzwerke beantwortet: siehe network.relays.</translation>
    </message>
    <message>
        <source>Remove option 13 from the boot server&apos;s answers; on a BIOS, put the card&apos;s firmware in order.</source>
        <translation>Entfernen Sie Option 13 aus den Antworten des Boot-Servers; bei einem BIOS bringen Sie die Firmware der Karte in Ordnung.</translation>
    </message>
    <message>
        <source>Remove option 60 from the DHCP server when it is no boot server, or start the boot server on port 4011.</source>
        <translation>Entfernen Sie Option 60 vom DHCP-Server, wenn er kein Boot-Server ist, oder starten Sie den Boot-Server auf Port 4011.</translation>
    </message>
    <message>
        <source>Remove option 60 from {server}, or set its next server to the machine that serves network boot.</source>
        <translation>Entfernen Sie Option 60 auf {server}, oder setzen Sie dort den nächsten Server (next server) auf den Rechner, der Netzwerk-Boot bedient.</translation>
    </message>
    <message>
        <source>Remove option 60 from {server}, or set its next server to {own}.</source>
        <translation>Entfernen Sie Option 60 auf {server} oder setzen Sie dort den nächsten Server (next server) auf {own}.</translation>
    </message>
    <message>
        <source>Remove options 60 and 43 from {server}; nothing that is sent from here can win against them.</source>
        <translation>Entfernen Sie die Optionen 60 und 43 auf {server}; nichts, was von hier gesendet wird, kommt dagegen an.</translation>
    </message>
    <message>
        <source>Remove that sub-option from {server}, or iPXE boots what that server names.</source>
        <translation>Entfernen Sie diese Unteroption auf {server}, sonst bootet iPXE, was jener Server nennt.</translation>
    </message>
    <message>
        <source>Remove the boot file (option 67) from {server}, or answer iPXE with a priority (option 175, sub-option 1), as FOG Portable does.</source>
        <translation>Entfernen Sie die Boot-Datei (Option 67) auf {server}, oder antworten Sie iPXE mit einer Priorität (Option 175, Unteroption 1), wie FOG Portable es tut.</translation>
    </message>
    <message>
        <source>Remove what delays that server&apos;s answers (a reply delay, an address check, a slow machine).</source>
        <translation>Beseitigen Sie, was die Antworten jenes Servers verzögert (eine Antwortverzögerung, eine Adressprüfung, ein langsamer Rechner).</translation>
    </message>
    <message>
        <source>Rename {script}, because {problem}, and put its new name into a boot.rule as script.</source>
        <translation>Benennen Sie {script} um und tragen Sie den neuen Namen als script in eine boot.rule ein; denn: {problem}.</translation>
    </message>
    <message>
        <source>Restart the computers that were loading; new ones use the new address.</source>
        <translation>Starten Sie die Computer neu, die gerade luden; neue nehmen die neue Adresse.</translation>
    </message>
    <message>
        <source>Run FOG&apos;s installer on it again, or fetch a kernel in FOG under FOG Configuration, Kernel Update.</source>
        <translation>Lassen Sie dort den Installer von FOG noch einmal laufen, oder holen Sie in FOG einen Kernel, unter FOG Configuration, Kernel Update.</translation>
    </message>
    <message>
        <source>Run FOG&apos;s installer on the server again if there are such computers.</source>
        <translation>Lassen Sie auf dem Server den Installer von FOG noch einmal laufen, wenn es solche Computer gibt.</translation>
    </message>
    <message>
        <source>Run FOG&apos;s installer on the server again; without that file its boot programs stop.</source>
        <translation>Lassen Sie auf dem Server den Installer von FOG noch einmal laufen; ohne diese Datei bleiben seine Boot-Programme stehen.</translation>
    </message>
    <message>
        <source>Run it on Linux with sudo, or start the window, which asks for the password.</source>
        <translation>Starten Sie unter Linux mit sudo, oder öffnen Sie das Fenster, das nach dem Passwort fragt.</translation>
    </message>
    <message>
        <source>Run it with sudo, or start the window, which asks for the password.</source>
        <translation>Starten Sie das Programm mit sudo oder öffnen Sie das Fenster, das nach dem Passwort fragt.</translation>
    </message>
    <message>
        <source>Run the check as an administrator to know; if computers get no answer, let these ports in.</source>
        <translation>Prüfen Sie als Administrator, um es zu wissen; wenn Computer keine Antwort bekommen, lassen Sie diese Ports herein.</translation>
    </message>
    <message>
        <source>Run: fogportable bootfiles get secure-boot. GRUB of Debian 13 comes to us. Or give addresses on a private network.</source>
        <translation>Rufen Sie auf: fogportable bootfiles get secure-boot. Das GRUB von Debian 13 kommt zu uns. Oder vergeben Sie Adressen in einem privaten Netzwerk.</translation>
    </message>
    <message>
        <source>Save it as CSV whose first line names the columns: seat, mac, uuid, name.</source>
        <translation>Speichern Sie sie als CSV, dessen erste Zeile die Spalten nennt: seat, mac, uuid, name.</translation>
    </message>
    <message>
        <source>Save it as pcap or pcapng, as tcpdump and Wireshark do.</source>
        <translation>Speichern Sie ihn als pcap oder pcapng, wie es tcpdump und Wireshark tun.</translation>
    </message>
    <message>
        <source>Save the session again, and copy the file whole.</source>
        <translation>Speichern Sie die Sitzung noch einmal, und kopieren Sie die ganze Datei.</translation>
    </message>
    <message>
        <source>Say which one all of them get, with --image NAME.</source>
        <translation>Sagen Sie mit --image NAME, welches alle bekommen.</translation>
    </message>
    <message>
        <source>Say which one, with --image NAME.</source>
        <translation>Sagen Sie mit --image NAME, welches.</translation>
    </message>
    <message>
        <source>Secure Boot is on and the program is not signed.</source>
        <translation>Secure Boot ist an, und das Programm ist nicht signiert.</translation>
    </message>
    <message>
        <source>Secure Boot, or shim, does not trust the signature of the program that was loaded.</source>
        <translation>Secure Boot oder shim vertraut der Signatur des geladenen Programms nicht.</translation>
    </message>
    <message>
        <source>See in a capture what the last answer said; a plain offer with the file avoids it.</source>
        <translation>Sehen Sie in einem Mitschnitt, was die letzte Antwort sagte; ein einfaches Angebot mit der Datei vermeidet es.</translation>
    </message>
    <message>
        <source>See in a capture which server was asked, and for what.</source>
        <translation>Sehen Sie in einem Mitschnitt, welcher Server wonach gefragt wurde.</translation>
    </message>
    <message>
        <source>See that it is switched on and in this network; if it is elsewhere, give its address or name.</source>
        <translation>Sehen Sie nach, ob er eingeschaltet und in diesem Netzwerk ist; ist er anderswo, geben Sie Adresse oder Namen an.</translation>
    </message>
    <message>
        <source>See that it is switched on and its cable is plugged in, then look again.</source>
        <translation>Sehen Sie nach, ob sie eingeschaltet ist und das Kabel steckt, und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>See that this laptop reaches TFTP (port 69) of the server, then start again.</source>
        <translation>Sorgen Sie dafür, dass dieser Laptop TFTP (Port 69) des Servers erreicht, und starten Sie erneut.</translation>
    </message>
    <message>
        <source>See what was offered: `fogportable explain` on a capture tells which of the three it was.</source>
        <translation>Sehen Sie nach, was angeboten wurde: `fogportable explain` sagt an einem Mitschnitt, welches der drei es war.</translation>
    </message>
    <message>
        <source>See whether it is FOG&apos;s own, and pin it: fogportable fog trust {address}.</source>
        <translation>Sehen Sie nach, ob es die von FOG selbst ist, und merken Sie sie: fogportable fog trust {address}.</translation>
    </message>
    <message>
        <source>Sent by a proxy too, which dnsmasq does not do.</source>
        <translation>Sendet auch ein Proxy, was dnsmasq nicht tut.</translation>
    </message>
    <message>
        <source>Serve a newer shim and the loader signed with it.</source>
        <translation>Geben Sie ein neueres shim aus und den Loader, der damit signiert ist.</translation>
    </message>
    <message>
        <source>Serve a newer shim, and the GRUB that belongs to it.</source>
        <translation>Geben Sie ein neueres shim aus und das GRUB, das dazu gehört.</translation>
    </message>
    <message>
        <source>Serve a signed loader (shim), or switch Secure Boot off.</source>
        <translation>Geben Sie einen signierten Loader (shim) aus, oder schalten Sie Secure Boot aus.</translation>
    </message>
    <message>
        <source>Serve a signed loader (shim), switch Secure Boot off, or try ipxe.efi instead of snponly.efi.</source>
        <translation>Einen signierten Lader (shim) bereitstellen, Secure Boot ausschalten, oder ipxe.efi statt snponly.efi versuchen.</translation>
    </message>
    <message>
        <source>Serve from here, or give BIOS computers a rule of their own on that server (option 93 is 0 for them).</source>
        <translation>Von hier aus bedienen, oder BIOS-Computern auf diesem Server eine eigene Regel geben (bei ihnen ist Option 93 die 0).</translation>
    </message>
    <message>
        <source>Serve from here, where every kind of computer gets its own file, or give that server one rule for each kind.</source>
        <translation>Booten Sie von hier, wo jede Art von Computer ihre eigene Datei bekommt, oder geben Sie jenem Server eine Regel für jede Art.</translation>
    </message>
    <message>
        <source>Serve it where it is, with --root, or copy only its boot files into a folder of their own.</source>
        <translation>Geben Sie ihn dort frei, wo er liegt, mit --root, oder kopieren Sie nur die Boot-Dateien in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Serve shim and loaders signed for it, enrol your key, or switch Secure Boot off.</source>
        <translation>Geben Sie shim und dafür signierte Loader aus, tragen Sie Ihren Schlüssel ein, oder schalten Sie Secure Boot aus.</translation>
    </message>
    <message>
        <source>Serve the loader that belongs to shim, and put mmx64.efi beside it.</source>
        <translation>Den Lader bereitstellen, der zu shim gehört, und mmx64.efi danebenlegen.</translation>
    </message>
    <message>
        <source>Serve {interface} without a private network, or unplug the other DHCP server and start again.</source>
        <translation>Nehmen Sie {interface} ohne privates Netzwerk, oder stecken Sie den anderen DHCP-Server ab und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Serving goes on after {lasted_s:.0f} s. Before: {message}</source>
        <translation>Der Betrieb geht nach {lasted_s:.0f} s weiter. Davor: {message}</translation>
    </message>
    <message>
        <source>Serving on {places}. Addresses are given out on {private_networks} only.</source>
        <translation>In Betrieb auf {places}. Adressen werden nur auf {private_networks} vergeben.</translation>
    </message>
    <message>
        <source>Serving on {places}. No address is given out.</source>
        <translation>In Betrieb auf {places}. Es wird keine Adresse vergeben.</translation>
    </message>
    <message>
        <source>Serving works all the same; if a computer does not boot, look at the boot options of the site&apos;s DHCP server.</source>
        <translation>Der Betrieb läuft trotzdem; wenn ein Computer nicht bootet, sehen Sie die Boot-Optionen des DHCP-Servers an.</translation>
    </message>
    <message>
        <source>Serving works all the same; run it with sudo to be warned when the site&apos;s server stands in the way.</source>
        <translation>Der Betrieb läuft trotzdem; mit sudo werden Sie gewarnt, wenn der Server des Standorts im Weg steht.</translation>
    </message>
    <message>
        <source>Set sub-option 6 of option 43 to 8, or list the servers in sub-option 8.</source>
        <translation>Setzen Sie Unteroption 6 von Option 43 auf 8, oder führen Sie die Server in Unteroption 8 auf.</translation>
    </message>
    <message>
        <source>Set sub-option 6 of option 43 to 8, or name the group in sub-option 7.</source>
        <translation>Setzen Sie Unteroption 6 von Option 43 auf 8, oder nennen Sie die Gruppe in Unteroption 7.</translation>
    </message>
    <message>
        <source>Set the variables, name a file with --token-file, or type the tokens when asked; they are kept in memory only.</source>
        <translation>Setzen Sie die Variablen, nennen Sie eine Datei mit --token-file, oder tippen Sie die Token ein, wenn gefragt wird; dann bleiben sie nur im Speicher.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings and storage nodes were not read; with the two API tokens they are.</source>
        <translation>Einstellungen und Speicherknoten wurden nicht gelesen; mit den zwei API-Token werden sie es.</translation>
    </message>
    <message>
        <source>Shows a menu of {entries} and waits.</source>
        <translation>Zeigt ein Menü mit {entries} und wartet.</translation>
    </message>
    <message>
        <source>Shows a menu of {entries}.</source>
        <translation>Zeigt ein Menü mit {entries}.</translation>
    </message>
    <message>
        <source>Shows a menu of {entries}; after {timeout_s:g} s it takes {label}.</source>
        <translation>Zeigt ein Menü mit {entries}; nach {timeout_s:g} s nimmt es {label}.</translation>
    </message>
    <message>
        <source>Silent {minutes:.0f} min</source>
        <translation>Seit {minutes:.0f} min verstummt</translation>
    </message>
    <message>
        <source>Slow; take it out unless some firmware needs it.</source>
        <translation>Langsam; nehmen Sie es heraus, wenn keine Firmware es braucht.</translation>
    </message>
    <message>
        <source>Some preferences in {file} do not count: {reason}.</source>
        <translation>Einige Einstellungen in {file} gelten nicht: {reason}.</translation>
    </message>
    <message>
        <source>Somebody pressed a key that ends network boot.</source>
        <translation>Jemand hat eine Taste gedrückt, die den Netzwerk-Boot beendet.</translation>
    </message>
    <message>
        <source>Start FOG Portable from a terminal with sudo, or install the package pkexec.</source>
        <translation>Starten Sie FOG Portable in einem Terminal mit sudo oder installieren Sie das Paket pkexec.</translation>
    </message>
    <message>
        <source>Start FOG Portable from a terminal with sudo.</source>
        <translation>Starten Sie FOG Portable in einem Terminal mit sudo.</translation>
    </message>
    <message>
        <source>Start FOG Portable on this network, and look whether its architecture has a boot file and its address is allowed.</source>
        <translation>Starten Sie FOG Portable in diesem Netzwerk, und sehen Sie nach, ob die Architektur eine Boot-Datei hat und die Adresse erlaubt ist.</translation>
    </message>
    <message>
        <source>Start again and enter the password of an administrator.</source>
        <translation>Starten Sie erneut und geben Sie das Passwort eines Administrators ein.</translation>
    </message>
    <message>
        <source>Start again and leave the keyboard alone.</source>
        <translation>Starten Sie neu, und lassen Sie die Tastatur in Ruhe.</translation>
    </message>
    <message>
        <source>Start again and read or film the lines before this one.</source>
        <translation>Noch einmal starten und die Zeilen davor lesen oder filmen.</translation>
    </message>
    <message>
        <source>Start again, and report it with the log.</source>
        <translation>Starten Sie erneut, und melden Sie es mit dem Protokoll.</translation>
    </message>
    <message>
        <source>Start asks for an administrator&apos;s password to open the boot ports.</source>
        <translation>Beim Start wird das Passwort eines Administrators verlangt, um die Boot-Ports zu öffnen.</translation>
    </message>
    <message>
        <source>Start it (tftpd-hpa) and let UDP port 69 through its firewall; until then no computer can load from it.</source>
        <translation>Starten Sie ihn (tftpd-hpa) und lassen Sie UDP-Port 69 durch seine Firewall; bis dahin kann kein Computer von ihm laden.</translation>
    </message>
    <message>
        <source>Start it again when you like; nothing was changed.</source>
        <translation>Beginnen Sie es erneut, wann Sie möchten; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Start serving or rehearsing first.</source>
        <translation>Starten Sie zuerst den Betrieb oder einen Probelauf.</translation>
    </message>
    <message>
        <source>Start that boot server, or take the entry out of the menu.</source>
        <translation>Starten Sie jenen Boot-Server, oder nehmen Sie den Eintrag aus dem Menü.</translation>
    </message>
    <message>
        <source>Start the boot server on this network, and look whether it has a file for this architecture.</source>
        <translation>Starten Sie den Boot-Server in diesem Netzwerk, und sehen Sie nach, ob er eine Datei für diese Architektur hat.</translation>
    </message>
    <message>
        <source>Start the boot server&apos;s service on port 4011 or 69.</source>
        <translation>Starten Sie den Dienst des Boot-Servers auf Port 4011 oder 69.</translation>
    </message>
    <message>
        <source>Start the boot server, or let the offer name the file at once.</source>
        <translation>Starten Sie den Boot-Server, oder lassen Sie das Angebot die Datei gleich nennen.</translation>
    </message>
    <message>
        <source>Start the boot server; it must answer within two seconds, and say siaddr and file.</source>
        <translation>Starten Sie den Boot-Server; er muss innerhalb von zwei Sekunden antworten und siaddr und Datei nennen.</translation>
    </message>
    <message>
        <source>Start the database on the server, as with: systemctl restart mariadb, then try again.</source>
        <translation>Starten Sie die Datenbank auf dem Server, etwa mit: systemctl restart mariadb, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Start the site&apos;s DHCP server, or serve a private network after that boot server was switched off.</source>
        <translation>Starten Sie den DHCP-Server des Standorts, oder schalten Sie jenen Boot-Server ab und betreiben Sie ein privates Netzwerk.</translation>
    </message>
    <message>
        <source>Start the web server, or correct the port in the script.</source>
        <translation>Starten Sie den Webserver, oder berichtigen Sie den Port im Skript.</translation>
    </message>
    <message>
        <source>Starting {file}</source>
        <translation>Startet {file}</translation>
    </message>
    <message>
        <source>Starts a shell, from which it {deed}.</source>
        <translation>Startet eine Shell, danach: Er {deed}.</translation>
    </message>
    <message>
        <source>Starts from the network with Microsoft&apos;s own adapters and docks.</source>
        <translation>Startet über das Netzwerk mit den Adaptern und Docks von Microsoft.</translation>
    </message>
    <message>
        <source>Starts {disk}.{hidden}</source>
        <translation>Startet {disk}.{hidden}</translation>
    </message>
    <message>
        <source>Stop one of the two.</source>
        <translation>Stoppen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Stop the other boot or DHCP server on this laptop, then start again.</source>
        <translation>Beenden Sie den anderen Boot- oder DHCP-Server auf diesem Laptop und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Stop {holder} or choose another network, then start again.</source>
        <translation>Beenden Sie {holder} oder wählen Sie ein anderes Netzwerk und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Stopped. Cut off while loading: {clients}.</source>
        <translation>Gestoppt. Beim Laden abgeschnitten: {clients}.</translation>
    </message>
    <message>
        <source>Stopped. Nobody was cut off.</source>
        <translation>Gestoppt. Niemand wurde abgeschnitten.</translation>
    </message>
    <message>
        <source>Stopping by itself: {reason}.</source>
        <translation>Stoppt von selbst: {reason}.</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>Stoppt.</translation>
    </message>
    <message>
        <source>Stored {count} files in {folder}.</source>
        <translation>{count} Dateien in {folder} abgelegt.</translation>
    </message>
    <message>
        <source>Stored {title} ({version}) in {folder}.</source>
        <translation>{title} ({version}) in {folder} abgelegt.</translation>
    </message>
    <message>
        <source>Switch HTTP on (Boot page, transport), or choose PXE in its boot menu.</source>
        <translation>Schalten Sie HTTP ein (Seite Booten, Übertragung), oder wählen Sie in seinem Boot-Menü PXE.</translation>
    </message>
    <message>
        <source>Switch it on again; if it stays so, update its firmware, or name the boot file in the site&apos;s DHCP server.</source>
        <translation>Schalten Sie ihn noch einmal ein; wenn es so bleibt, aktualisieren Sie seine Firmware, oder nennen Sie die Boot-Datei im DHCP-Server des Standorts.</translation>
    </message>
    <message>
        <source>Switch it on and let it ask for network boot, then try again.</source>
        <translation>Schalten Sie ihn ein, lassen Sie ihn nach Netzwerk-Boot fragen und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Switch it on in FOG under FOG Configuration, FOG Settings, API System.</source>
        <translation>Schalten Sie sie in FOG ein, unter FOG Configuration, FOG Settings, API System.</translation>
    </message>
    <message>
        <source>Switch it on in FOG under Images, or choose another image.</source>
        <translation>Schalten Sie es in FOG unter Images ein, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Switch on PortFast (edge port) for that port, or put a small switch without spanning tree between.</source>
        <translation>Schalten Sie für diesen Port PortFast (Edge-Port) ein, oder setzen Sie einen kleinen Switch ohne Spanning Tree dazwischen.</translation>
    </message>
    <message>
        <source>Switch on PortFast for that port, or use a newer kernel.</source>
        <translation>PortFast für diesen Port einschalten, oder einen neueren Kernel verwenden.</translation>
    </message>
    <message numerus="yes">
        <source>Switch on {count} computers: {names}.</source>
        <translation>
            <numerusform>1 Computer einschalten: {names}.</numerusform>
            <numerusform>{count} Computer einschalten: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Switch one of the two off when computers boot the wrong thing.</source>
        <translation>Schalten Sie einen von beiden ab, wenn Computer das Falsche booten.</translation>
    </message>
    <message>
        <source>Switch one of them off.</source>
        <translation>Schalten Sie einen von beiden ab.</translation>
    </message>
    <message>
        <source>Switch options of TFTP off for this computer, or serve it with another server.</source>
        <translation>Schalten Sie für diesen Computer die TFTP-Optionen aus, oder nehmen Sie einen anderen Server für ihn.</translation>
    </message>
    <message>
        <source>Switch sleep off in its energy settings, and leave the lid open.</source>
        <translation>Schalten Sie den Ruhezustand in den Energieeinstellungen aus und lassen Sie den Deckel offen.</translation>
    </message>
    <message>
        <source>Switch the computer on again.</source>
        <translation>Schalten Sie den Computer noch einmal ein.</translation>
    </message>
    <message>
        <source>TFTP is always served, on the chosen network interfaces.</source>
        <translation>TFTP wird immer bedient, auf den gewählten Netzwerkkarten.</translation>
    </message>
    <message>
        <source>Take it back as an administrator: it stands in {file}, and its rules have the comment fog-portable.</source>
        <translation>Nehmen Sie es als Administrator zurück: Es steht in {file}, und die Regeln tragen den Kommentar fog-portable.</translation>
    </message>
    <message>
        <source>Take it out, or use one of: {known}.</source>
        <translation>Nehmen Sie ihn heraus oder verwenden Sie einen von: {known}.</translation>
    </message>
    <message>
        <source>Take the entries of [pxe_menu] out of the profile, or the FOG server.</source>
        <translation>Nehmen Sie die Einträge von [pxe_menu] aus dem Profil, oder den FOG-Server.</translation>
    </message>
    <message>
        <source>Take the protection off in FOG under Images, or choose another image.</source>
        <translation>Nehmen Sie in FOG unter Images den Schutz weg, oder wählen Sie ein anderes Image.</translation>
    </message>
    <message>
        <source>That file was given too.</source>
        <translation>Auch diese Datei wurde angegeben.</translation>
    </message>
    <message>
        <source>The API of the FOG server {address} does not know {page}.</source>
        <translation>Die API des FOG-Servers {address} kennt {page} nicht.</translation>
    </message>
    <message>
        <source>The API of the FOG server {address} is switched off.</source>
        <translation>Die API des FOG-Servers {address} ist abgeschaltet.</translation>
    </message>
    <message>
        <source>The DHCP server {server} answers other computers on {interface} and not this laptop&apos;s question, so it gives addresses to known computers only.</source>
        <translation>Der DHCP-Server {server} antwortet anderen Computern auf {interface}, aber nicht auf die Frage dieses Laptops; er gibt also nur bekannten Computern Adressen.</translation>
    </message>
    <message>
        <source>The DHCP server {server} gives addresses such as {lease}, and this laptop has {own}, so computers may not reach it.</source>
        <translation>Der DHCP-Server {server} vergibt Adressen wie {lease}, und dieser Laptop hat {own}; Computer erreichen ihn also vielleicht nicht.</translation>
    </message>
    <message>
        <source>The DHCP server {server} gives addresses such as {lease}, and {interface} serves with its first address, {own}, not with the one in {network}.</source>
        <translation>Der DHCP-Server {server} vergibt Adressen wie {lease}, und {interface} bedient mit seiner ersten Adresse, {own}, nicht mit der in {network}.</translation>
    </message>
    <message>
        <source>The DHCP server {server} names the boot server {name} in option 66 alone, which UEFI computers do not read: they ask {server} itself for {file}.</source>
        <translation>Der DHCP-Server {server} nennt den Boot-Server {name} nur in Option 66, die UEFI-Computer nicht lesen: Sie fragen {server} selbst nach {file}.</translation>
    </message>
    <message>
        <source>The DHCP server {server} names {file} to BIOS computers too, which is a file for UEFI.</source>
        <translation>Der DHCP-Server {server} nennt auch BIOS-Computern {file}, eine Datei für UEFI.</translation>
    </message>
    <message>
        <source>The DHCP server {server} names {file} to UEFI computers too, which is a file for BIOS.</source>
        <translation>Der DHCP-Server {server} nennt {file} auch UEFI-Computern; das ist eine Datei für BIOS.</translation>
    </message>
    <message>
        <source>The DHCP server {server} says PXEClient (option 60) without option 43, so {boot_server} is asked on port 4011 and does not answer.</source>
        <translation>Der DHCP-Server {server} sagt PXEClient (Option 60) ohne Option 43; darum wird {boot_server} auf Port 4011 gefragt und antwortet nicht.</translation>
    </message>
    <message>
        <source>The DHCP server {server} took {seconds} seconds to answer.</source>
        <translation>Der DHCP-Server {server} brauchte {seconds} Sekunden für seine Antwort.</translation>
    </message>
    <message>
        <source>The FOG server at {address} has moved: {stale} of {places} still say {hosts}.</source>
        <translation>Der FOG-Server auf {address} ist umgezogen: {stale} von {places} nennen noch {hosts}.</translation>
    </message>
    <message>
        <source>The FOG server at {address} has not moved: {places} looked at, none of them stale.</source>
        <translation>Der FOG-Server auf {address} ist nicht umgezogen: {places} angesehen, keine davon veraltet.</translation>
    </message>
    <message>
        <source>The FOG server calls itself {own}, but was reached as {used}.</source>
        <translation>Der FOG-Server nennt sich selbst {own}, wurde aber als {used} erreicht.</translation>
    </message>
    <message>
        <source>The FOG server gives {kernel} to {arch}, which cannot start it.</source>
        <translation>Der FOG-Server gibt {kernel} an {arch}, und die können ihn nicht starten.</translation>
    </message>
    <message>
        <source>The FOG server {address} accepts the tokens, but their user may not use {page}.</source>
        <translation>Der FOG-Server {address} nimmt die Token an, aber ihr Benutzer darf {page} nicht benutzen.</translation>
    </message>
    <message>
        <source>The FOG server {address} answers {page} with a web page instead of {expected}.</source>
        <translation>Der FOG-Server {address} antwortet auf {page} mit einer Webseite statt mit {expected}.</translation>
    </message>
    <message>
        <source>The FOG server {address} answers {page} with more than {limit}.</source>
        <translation>Der FOG-Server {address} antwortet auf {page} mit mehr als {limit}.</translation>
    </message>
    <message>
        <source>The FOG server {address} answers {page} with something that is not {expected}.</source>
        <translation>Der FOG-Server {address} antwortet auf {page} mit etwas, das nicht {expected} ist.</translation>
    </message>
    <message>
        <source>The FOG server {address} broke off in the middle of its answer to {page}.</source>
        <translation>Der FOG-Server {address} brach mitten in seiner Antwort auf {page} ab.</translation>
    </message>
    <message>
        <source>The FOG server {address} cannot be reached: {problem}.</source>
        <translation>Der FOG-Server {address} ist nicht zu erreichen: {problem}.</translation>
    </message>
    <message>
        <source>The FOG server {address} did not answer {page} within {seconds} seconds.</source>
        <translation>Der FOG-Server {address} hat {page} nicht innerhalb von {seconds} Sekunden beantwortet.</translation>
    </message>
    <message>
        <source>The FOG server {address} does not accept the API token.</source>
        <translation>Der FOG-Server {address} nimmt das API-Token nicht an.</translation>
    </message>
    <message>
        <source>The FOG server {address} does not accept the user token.</source>
        <translation>Der FOG-Server {address} nimmt das Benutzer-Token nicht an.</translation>
    </message>
    <message>
        <source>The FOG server {address} does not give {files}, without which no computer is imaged.</source>
        <translation>Der FOG-Server {address} gibt {files} nicht, und ohne das bekommt kein Computer ein Image.</translation>
    </message>
    <message>
        <source>The FOG server {address} does not give {page}: it answers with status {status}.</source>
        <translation>Der FOG-Server {address} gibt {page} nicht: Er antwortet mit Status {status}.</translation>
    </message>
    <message>
        <source>The FOG server {address} does not hand out its certificate authority.</source>
        <translation>Der FOG-Server {address} gibt seine Zertifizierungsstelle nicht heraus.</translation>
    </message>
    <message>
        <source>The FOG server {address} failed at {page} with status {status}.</source>
        <translation>Der FOG-Server {address} scheiterte bei {page} mit Status {status}.</translation>
    </message>
    <message>
        <source>The FOG server {address} has a host with {macs} already: {name}.</source>
        <translation>Der FOG-Server {address} hat schon einen Host mit {macs}: {name}.</translation>
    </message>
    <message>
        <source>The FOG server {address} has no connection to its database.</source>
        <translation>Der FOG-Server {address} hat keine Verbindung zu seiner Datenbank.</translation>
    </message>
    <message>
        <source>The FOG server {address} has no image {name}.</source>
        <translation>Der FOG-Server {address} hat kein Image {name}.</translation>
    </message>
    <message>
        <source>The FOG server {address} has version {version}, which is neither 1.5 nor 1.6.</source>
        <translation>Der FOG-Server {address} hat die Version {version}, die weder 1.5 noch 1.6 ist.</translation>
    </message>
    <message>
        <source>The FOG server {address} knows no host {names}.</source>
        <translation>Der FOG-Server {address} kennt keinen Host {names}.</translation>
    </message>
    <message>
        <source>The FOG server {address} knows no {page}.</source>
        <translation>Der FOG-Server {address} kennt kein {page}.</translation>
    </message>
    <message>
        <source>The FOG server {address} refuses {page}: {problem}.</source>
        <translation>Der FOG-Server {address} lehnt {page} ab: {problem}.</translation>
    </message>
    <message>
        <source>The FOG server {address} sends on to {url}.</source>
        <translation>Der FOG-Server {address} verweist weiter auf {url}.</translation>
    </message>
    <message>
        <source>The FOG server {address} tells that only to somebody with its two API tokens, and none were given.</source>
        <translation>Der FOG-Server {address} sagt das nur, wer seine zwei API-Token hat, und es wurden keine angegeben.</translation>
    </message>
    <message>
        <source>The FOG server {address} took the task for {host}, but does not show it among the active ones.</source>
        <translation>Der FOG-Server {address} hat die Aufgabe für {host} angenommen, zeigt sie aber nicht unter den aktiven.</translation>
    </message>
    <message>
        <source>The FOG server {address} was asked to cancel, but the task of {host} is still active.</source>
        <translation>Der FOG-Server {address} wurde gebeten abzubrechen, aber die Aufgabe von {host} ist noch aktiv.</translation>
    </message>
    <message>
        <source>The FOG server {address} was upgraded, and waits for the update of its database.</source>
        <translation>Der FOG-Server {address} wurde aktualisiert und wartet auf die Aktualisierung seiner Datenbank.</translation>
    </message>
    <message>
        <source>The TFTP folder has {name} for {archs}, which is taken instead.</source>
        <translation>Der TFTP-Ordner hat {name} für {archs}; das wird stattdessen genommen.</translation>
    </message>
    <message>
        <source>The TFTP server answered with an error.</source>
        <translation>Der TFTP-Server hat mit einem Fehler geantwortet.</translation>
    </message>
    <message>
        <source>The TFTP server did not answer the request for the file.</source>
        <translation>Der TFTP-Server hat die Anfrage nach der Datei nicht beantwortet.</translation>
    </message>
    <message>
        <source>The TFTP server does not have that file.</source>
        <translation>Der TFTP-Server hat diese Datei nicht.</translation>
    </message>
    <message>
        <source>The TFTP server may not read that file.</source>
        <translation>Der TFTP-Server darf diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>The TFTP server of {address} does not answer.</source>
        <translation>Der TFTP-Server von {address} antwortet nicht.</translation>
    </message>
    <message>
        <source>The TFTP server of {address} has no boot file for {archs}.</source>
        <translation>Der TFTP-Server von {address} hat keine Boot-Datei für {archs}.</translation>
    </message>
    <message>
        <source>The TFTP server of {address} has no default.ipxe that leads to a FOG server.</source>
        <translation>Der TFTP-Server von {address} hat keine default.ipxe, die zu einem FOG-Server führt.</translation>
    </message>
    <message>
        <source>The TFTP server refused, most often because the file is not there.</source>
        <translation>Der TFTP-Server hat abgelehnt, meist weil die Datei nicht da ist.</translation>
    </message>
    <message>
        <source>The TFTP server reports an error of its own; its text follows.</source>
        <translation>Der TFTP-Server meldet einen eigenen Fehler; sein Text folgt.</translation>
    </message>
    <message>
        <source>The address in dhcp-range chooses another card: {cards}.</source>
        <translation>Die Adresse in dhcp-range wählt eine andere Karte: {cards}.</translation>
    </message>
    <message>
        <source>The address is longer than {longest_address} characters.</source>
        <translation>Die Adresse ist länger als {longest_address} Zeichen.</translation>
    </message>
    <message>
        <source>The address is missing.</source>
        <translation>Die Adresse fehlt.</translation>
    </message>
    <message>
        <source>The address must begin with http://, https://, tftp://, ftp:// or nfs:// and have no blanks or dollars.</source>
        <translation>Die Adresse muss mit http://, https://, tftp://, ftp:// oder nfs:// beginnen und darf keine Leerzeichen und Dollarzeichen haben.</translation>
    </message>
    <message>
        <source>The address of {interface} changed from {before} to {after}.</source>
        <translation>Die Adresse von {interface} hat sich von {before} zu {after} geändert.</translation>
    </message>
    <message>
        <source>The address {address} {whose} is not one that a computer on {interface} can have: its network is {network}.</source>
        <translation>Die Adresse {address} {whose} kann ein Computer auf {interface} nicht haben: Das Netzwerk ist {network}.</translation>
    </message>
    <message>
        <source>The addresses {first} to {last} do not lie in the network of {interface}, which is {network}.</source>
        <translation>Die Adressen {first} bis {last} liegen nicht im Netzwerk von {interface}, das ist {network}.</translation>
    </message>
    <message>
        <source>The administrator&apos;s password was given; it counts until FOG Portable is closed.</source>
        <translation>Das Passwort des Administrators wurde eingegeben; es gilt, bis FOG Portable geschlossen wird.</translation>
    </message>
    <message>
        <source>The approval of {who} was taken back: it gets no answer any more.</source>
        <translation>Die Freigabe von {who} wurde zurückgenommen: Er bekommt keine Antwort mehr.</translation>
    </message>
    <message>
        <source>The argument {word} would end the command; iPXE cannot pass it on.</source>
        <translation>Das Argument {word} würde den Befehl beenden; iPXE kann es nicht weitergeben.</translation>
    </message>
    <message>
        <source>The arguments are longer than {longest_arguments} characters.</source>
        <translation>Die Argumente sind länger als {longest_arguments} Zeichen.</translation>
    </message>
    <message>
        <source>The arguments may have plain characters on one line only.</source>
        <translation>Die Argumente dürfen nur einfache Zeichen in einer Zeile haben.</translation>
    </message>
    <message>
        <source>The arguments may not have $ { } \ or `.</source>
        <translation>Die Argumente dürfen $ { } \ und ` nicht haben.</translation>
    </message>
    <message>
        <source>The authority could not be pinned in {file}: {problem}.</source>
        <translation>Die Zertifizierungsstelle ließ sich nicht in {file} merken: {problem}.</translation>
    </message>
    <message>
        <source>The authority of {address} has the fingerprint {found}, not {given}.</source>
        <translation>Die Zertifizierungsstelle von {address} hat den Fingerabdruck {found}, nicht {given}.</translation>
    </message>
    <message>
        <source>The authority of {address} was not pinned; its fingerprint is {fingerprint}.</source>
        <translation>Die Zertifizierungsstelle von {address} wurde nicht gemerkt; ihr Fingerabdruck ist {fingerprint}.</translation>
    </message>
    <message>
        <source>The battery lasts about {minutes} min, and the room needs about {needed}.</source>
        <translation>Der Akku reicht etwa {minutes} min, und der Raum braucht etwa {needed}.</translation>
    </message>
    <message>
        <source>The battery of this laptop has {rest} left.</source>
        <translation>Der Akku dieses Laptops hat noch {rest}.</translation>
    </message>
    <message>
        <source>The beginning is missing: more happened than is kept.</source>
        <translation>Der Anfang fehlt: es geschah mehr, als behalten wird.</translation>
    </message>
    <message>
        <source>The boot agent gives up and leaves for the next boot device; the reason stands in the line before.</source>
        <translation>Der Boot-Agent gibt auf und geht zum nächsten Boot-Gerät; der Grund steht in der Zeile davor.</translation>
    </message>
    <message>
        <source>The boot file is too large for a BIOS: most often it is one for UEFI.</source>
        <translation>Die Boot-Datei ist zu groß für ein BIOS: Meist ist es eine für UEFI.</translation>
    </message>
    <message>
        <source>The boot file never arrives: the computer asks for {file} and hears none of the answers.</source>
        <translation>Die Boot-Datei kommt nie an: Der Computer fragt nach {file} und hört keine der Antworten.</translation>
    </message>
    <message>
        <source>The boot file {file} for {arch} is damaged: {problem}.</source>
        <translation>Die Boot-Datei {file} für {arch} ist beschädigt: {problem}.</translation>
    </message>
    <message>
        <source>The boot file {file} for {arch} is empty.</source>
        <translation>Die Boot-Datei {file} für {arch} ist leer.</translation>
    </message>
    <message>
        <source>The boot file {file} for {arch} is not there.</source>
        <translation>Die Boot-Datei {file} für {arch} ist nicht da.</translation>
    </message>
    <message>
        <source>The boot file {file} is for {actual}, but it is set for {arch}.</source>
        <translation>Die Boot-Datei {file} ist für {actual}, aber für {arch} eingestellt.</translation>
    </message>
    <message>
        <source>The boot file {file} is not on the server {server}.</source>
        <translation>Die Boot-Datei {file} ist nicht auf dem Server {server}.</translation>
    </message>
    <message>
        <source>The boot file {file} lies outside the boot folder.</source>
        <translation>Die Boot-Datei {file} liegt außerhalb des Boot-Ordners.</translation>
    </message>
    <message>
        <source>The boot file {file} of the set {name} is not the one that was brought.</source>
        <translation>Die Boot-Datei {file} des Pakets {name} ist nicht mehr die, die geholt wurde.</translation>
    </message>
    <message>
        <source>The boot file {file} starts {next} next, which is not beside it.</source>
        <translation>Die Boot-Datei {file} startet als Nächstes {next}, und die liegt nicht daneben.</translation>
    </message>
    <message>
        <source>The boot files could not be brought: {problem}.</source>
        <translation>Die Boot-Dateien ließen sich nicht holen: {problem}.</translation>
    </message>
    <message>
        <source>The boot files of the FOG server {address} could not be brought; those kept from its version {version} are served.</source>
        <translation>Die Boot-Dateien des FOG-Servers {address} ließen sich nicht holen; es werden die aufbewahrten seiner Version {version} ausgegeben.</translation>
    </message>
    <message>
        <source>The boot folder {root} is not there.</source>
        <translation>Der Boot-Ordner {root} ist nicht da.</translation>
    </message>
    <message>
        <source>The boot manager of Windows runs and does not get its settings (BCD), its image, or a driver.</source>
        <translation>Der Bootmanager von Windows läuft und bekommt seine Einstellungen (BCD), sein Abbild oder einen Treiber nicht.</translation>
    </message>
    <message>
        <source>The boot menu is switched off at first: set F12 Boot Menu to Enabled in the settings.</source>
        <translation>Das Boot-Menü ist anfangs abgeschaltet: Setzen Sie in den Einstellungen F12 Boot Menu auf Enabled.</translation>
    </message>
    <message>
        <source>The boot menu of the FOG server says that its images are at {own}, where nothing answers.</source>
        <translation>Das Boot-Menü des FOG-Servers sagt, seine Images lägen auf {own}, und dort antwortet nichts.</translation>
    </message>
    <message>
        <source>The boot menu of the FOG server sends computers on to {own}, but the server was reached at {used}.</source>
        <translation>Das Boot-Menü des FOG-Servers schickt Computer weiter zu {own}, aber der Server wurde unter {used} erreicht.</translation>
    </message>
    <message>
        <source>The boot ports below 1024 need rights that this user does not have.</source>
        <translation>Die Boot-Ports unter 1024 brauchen Rechte, die dieser Benutzer nicht hat.</translation>
    </message>
    <message>
        <source>The boot set {name} could not be stored: {problem}.</source>
        <translation>Das Boot-Paket {name} ließ sich nicht ablegen: {problem}.</translation>
    </message>
    <message>
        <source>The buffer for the file was too small, or the file is larger than was said.</source>
        <translation>Der Puffer für die Datei war zu klein, oder die Datei ist größer als angekündigt.</translation>
    </message>
    <message>
        <source>The buffer that the firmware has is too small for the file.</source>
        <translation>Der Puffer der Firmware ist zu klein für die Datei.</translation>
    </message>
    <message>
        <source>The capture {file} cannot be opened: {reason}.</source>
        <translation>Der Mitschnitt {file} lässt sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>The card could not send the request.</source>
        <translation>Die Karte konnte die Anfrage nicht senden.</translation>
    </message>
    <message>
        <source>The card has no link.</source>
        <translation>Die Karte hat keine Verbindung.</translation>
    </message>
    <message>
        <source>The card must be chosen.</source>
        <translation>Die Karte muss gewählt werden.</translation>
    </message>
    <message>
        <source>The card&apos;s PXE code is incomplete or was overwritten.</source>
        <translation>Der PXE-Code der Karte ist unvollständig oder wurde überschrieben.</translation>
    </message>
    <message>
        <source>The card&apos;s interface (UNDI) was called wrongly.</source>
        <translation>Die Schnittstelle der Karte (UNDI) wurde falsch aufgerufen.</translation>
    </message>
    <message>
        <source>The certificate of {address} is for {names}, not for {host}.</source>
        <translation>Das Zertifikat von {address} gilt für {names}, nicht für {host}.</translation>
    </message>
    <message>
        <source>The certificate of {address} is not signed by the authority that was pinned for it.</source>
        <translation>Das Zertifikat von {address} ist nicht von der Stelle unterschrieben, die für diesen Server gemerkt war.</translation>
    </message>
    <message>
        <source>The certificate of {address} is not valid today: {problem}.</source>
        <translation>Das Zertifikat von {address} gilt heute nicht: {problem}.</translation>
    </message>
    <message>
        <source>The certificate of {address} is signed by an authority that this machine does not know.</source>
        <translation>Das Zertifikat von {address} ist von einer Stelle unterschrieben, die dieser Rechner nicht kennt.</translation>
    </message>
    <message>
        <source>The chosen menu entry needs a boot server of type {type}, and none answers ({server} was asked).</source>
        <translation>Der gewählte Menüeintrag braucht einen Boot-Server vom Typ {type}, und keiner antwortet ({server} wurde gefragt).</translation>
    </message>
    <message>
        <source>The computer asked for {asked} and was given {file}, which does not start; {others} fits that name too.</source>
        <translation>Der Computer hat nach {asked} gefragt und {file} bekommen, das nicht startet; auch {others} passt zu diesem Namen.</translation>
    </message>
    <message>
        <source>The computer asked for {file}, which is not in the boot folder, and did not go on.</source>
        <translation>Der Computer hat nach {file} gefragt, die nicht im Boot-Ordner ist, und machte nicht weiter.</translation>
    </message>
    <message>
        <source>The computer asked on port 4011 {times} times, and none of the answers reached it.</source>
        <translation>Der Computer hat {times} Mal auf Port 4011 gefragt, und keine der Antworten hat ihn erreicht.</translation>
    </message>
    <message>
        <source>The computer asks for UEFI HTTP Boot, and nobody names an address of a file.</source>
        <translation>Der Computer fragt nach UEFI HTTP Boot, und niemand nennt die Adresse einer Datei.</translation>
    </message>
    <message>
        <source>The computer asks for {file}, a name with characters in it that no boot file has.</source>
        <translation>Der Computer fragt nach {file}, einem Namen mit Zeichen darin, die keine Boot-Datei hat.</translation>
    </message>
    <message>
        <source>The computer asks through the DHCP relay {relay}, and {server} does not serve that network.</source>
        <translation>Der Computer fragt über das DHCP-Relay {relay}, und {server} bedient jenes Netzwerk nicht.</translation>
    </message>
    <message>
        <source>The computer asks {server} for {file}, a name with octets in it that do not belong there.</source>
        <translation>Der Computer fragt {server} nach {file}, einem Namen mit Bytes darin, die nicht dorthin gehören.</translation>
    </message>
    <message>
        <source>The computer asks {server} for {file}, and the answers do not reach it.</source>
        <translation>Der Computer fragt {server} nach {file}, und die Antworten erreichen ihn nicht.</translation>
    </message>
    <message>
        <source>The computer asks {server} for {file}, and the file is there in another writing of the name.</source>
        <translation>Der Computer fragt {server} nach {file}, und die Datei ist dort in anderer Schreibweise.</translation>
    </message>
    <message>
        <source>The computer asks {server} on port 4011 for its boot file and gets no answer that it hears.</source>
        <translation>Der Computer fragt {server} auf Port 4011 nach seiner Boot-Datei und hört keine Antwort.</translation>
    </message>
    <message>
        <source>The computer cannot use what {server} answers: {reason}.</source>
        <translation>Der Computer kann mit der Antwort von {server} nichts anfangen: {reason}.</translation>
    </message>
    <message>
        <source>The computer had asked before FOG Portable could hear it, and has chosen without it.</source>
        <translation>Der Computer hatte gefragt, bevor FOG Portable ihn hören konnte, und hat ohne es gewählt.</translation>
    </message>
    <message>
        <source>The computer has an address and did not take the offer of {file}; it is told in another way now.</source>
        <translation>Der Computer hat eine Adresse und nahm das Angebot von {file} nicht an; jetzt wird es ihm anders gesagt.</translation>
    </message>
    <message>
        <source>The computer has an address and does not take the offer of {file}, in no way that was tried.</source>
        <translation>Der Computer hat eine Adresse und nimmt das Angebot von {file} nicht an, auf keine der versuchten Arten.</translation>
    </message>
    <message>
        <source>The computer has started from its own disk and did not load {file}.</source>
        <translation>Der Computer ist von der eigenen Platte gestartet und hat {file} nicht geladen.</translation>
    </message>
    <message>
        <source>The computer is offered an address and {file} again and again, and takes neither.</source>
        <translation>Der Computer bekommt immer wieder eine Adresse und {file} angeboten und nimmt keines von beiden an.</translation>
    </message>
    <message>
        <source>The computer is offered an address by {server}, and nobody offers it network boot.</source>
        <translation>Der Computer bekommt von {server} eine Adresse angeboten, aber niemand bietet ihm Netzwerk-Boot an.</translation>
    </message>
    <message>
        <source>The computer is {arch} and was given {file}, a program for {kind}.</source>
        <translation>Der Computer ist {arch} und bekam {file}, ein Programm für {kind}.</translation>
    </message>
    <message>
        <source>The computer is {arch} and was given {file}, which it cannot run: {reason}.</source>
        <translation>Der Computer ist {arch} und bekam {file}, das er nicht ausführen kann: {reason}.</translation>
    </message>
    <message>
        <source>The computer loaded {file} and did not start it: Secure Boot refuses what is not signed by somebody it trusts.</source>
        <translation>Der Computer lud {file} und startete es nicht: Secure Boot lehnt ab, was niemand Vertrautes signiert hat.</translation>
    </message>
    <message>
        <source>The computer loaded {file} and did not start it; Secure Boot refuses what is not signed by somebody it trusts.</source>
        <translation>Der Computer lud {file} und startete es nicht; Secure Boot lehnt ab, was niemand Vertrautes signiert hat.</translation>
    </message>
    <message>
        <source>The computer takes the boot file {file} that the site&apos;s DHCP server {server} names, and it does not boot.</source>
        <translation>Der Computer nimmt die Boot-Datei {file}, die der DHCP-Server des Standorts, {server}, nennt, und bootet nicht.</translation>
    </message>
    <message>
        <source>The computer was led to FOG at {server}, and {file} does not answer it.</source>
        <translation>Der Computer wurde zu FOG auf {server} geführt, und {file} antwortet ihm nicht.</translation>
    </message>
    <message>
        <source>The computer was told to ask on port 4011, and nothing came: a firewall drops it.</source>
        <translation>Der Computer sollte auf Port 4011 fragen, und nichts kam: Eine Firewall verwirft es.</translation>
    </message>
    <message>
        <source>The computer was told to load {file} from {server}, and its request never came.</source>
        <translation>Der Computer sollte {file} von {server} laden, und seine Anfrage kam nie.</translation>
    </message>
    <message>
        <source>The computers do not have the same image: {names}.</source>
        <translation>Die Computer haben nicht dasselbe Image: {names}.</translation>
    </message>
    <message>
        <source>The configuration {file} cannot be read.</source>
        <translation>Die Konfiguration {file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The default is not one of the entries.</source>
        <translation>Die Vorgabe ist keiner der Einträge.</translation>
    </message>
    <message>
        <source>The default.ipxe of the FOG server leads computers to {own}, but the server was reached at {used}.</source>
        <translation>Die default.ipxe des FOG-Servers führt Computer zu {own}, aber der Server wurde unter {used} erreicht.</translation>
    </message>
    <message>
        <source>The default.ipxe on the FOG server&apos;s web pages leads computers to {own}, but the server was reached at {used}.</source>
        <translation>Die default.ipxe auf den Webseiten des FOG-Servers führt Computer zu {own}, aber der Server wurde unter {used} erreicht.</translation>
    </message>
    <message>
        <source>The entry has no text.</source>
        <translation>Der Eintrag hat keinen Text.</translation>
    </message>
    <message>
        <source>The entry needs a file.</source>
        <translation>Der Eintrag braucht eine Datei.</translation>
    </message>
    <message>
        <source>The entry needs a text.</source>
        <translation>Der Eintrag braucht einen Text.</translation>
    </message>
    <message>
        <source>The file began to come and then stopped.</source>
        <translation>Die Datei begann zu kommen und blieb dann stehen.</translation>
    </message>
    <message>
        <source>The file is missing.</source>
        <translation>Die Datei fehlt.</translation>
    </message>
    <message>
        <source>The file it names is not read. Put its lines into a file and import that too.</source>
        <translation>Die genannte Datei wird nicht gelesen. Schreiben Sie ihre Zeilen in eine Datei und importieren Sie auch diese.</translation>
    </message>
    <message>
        <source>The file must lie below the boot folder.</source>
        <translation>Die Datei muss unterhalb des Boot-Ordners liegen.</translation>
    </message>
    <message>
        <source>The file name is longer than {longest_file} octets.</source>
        <translation>Der Dateiname ist länger als {longest_file} Byte.</translation>
    </message>
    <message>
        <source>The file was named and did not come.</source>
        <translation>Die Datei wurde genannt und kam nicht.</translation>
    </message>
    <message>
        <source>The file&apos;s name may have letters without accents, digits, blanks and . _ ~ @ + = , ( ) ! - only.</source>
        <translation>Der Name der Datei darf nur Buchstaben ohne Akzente, Ziffern, Leerzeichen und . _ ~ @ + = , ( ) ! - haben.</translation>
    </message>
    <message>
        <source>The firewall of this laptop keeps out {what}: {rule}.</source>
        <translation>Die Firewall dieses Laptops lässt nicht herein: {what} ({rule}).</translation>
    </message>
    <message>
        <source>The firewall of this laptop was not changed, so it may keep computers out.</source>
        <translation>Die Firewall dieses Laptops wurde nicht geändert; sie hält Computer also vielleicht draußen.</translation>
    </message>
    <message>
        <source>The firmware begins to boot from the network; this is no error.</source>
        <translation>Die Firmware beginnt, vom Netz zu booten; das ist kein Fehler.</translation>
    </message>
    <message>
        <source>The firmware has the boot file and cannot run it: it is for another architecture, damaged, or no program.</source>
        <translation>Die Firmware hat die Bootdatei und kann sie nicht ausführen: Sie ist für eine andere Architektur, beschädigt oder kein Programm.</translation>
    </message>
    <message>
        <source>The firmware left network boot: the local disk was chosen, a key was pressed, or the menu it was given has no entry it can take.</source>
        <translation>Die Firmware hat den Netzwerk-Boot verlassen: Die lokale Platte wurde gewählt, eine Taste gedrückt, oder ihr Menü hat keinen Eintrag, den sie nehmen kann.</translation>
    </message>
    <message>
        <source>The firmware&apos;s menu of the profile does not lead to the FOG server {address}.</source>
        <translation>Das Firmware-Menü des Profils führt nicht zum FOG-Server {address}.</translation>
    </message>
    <message>
        <source>The folder is that of a FOG server: the menu leads on to its {fog_script}.</source>
        <translation>Der Ordner ist der eines FOG-Servers: das Menü führt weiter zu seinem {fog_script}.</translation>
    </message>
    <message>
        <source>The group {group}, made in FOG for this multicast, could not be removed again.</source>
        <translation>Die Gruppe {group}, in FOG für diesen Multicast angelegt, ließ sich nicht wieder entfernen.</translation>
    </message>
    <message>
        <source>The helper that opens the boot ports ended without opening them.</source>
        <translation>Das Hilfsprogramm für die Boot-Ports endete, ohne sie zu öffnen.</translation>
    </message>
    <message>
        <source>The iPXE it loads gets the menu, not the same file again, with which dnsmasq goes round for ever.</source>
        <translation>Das geladene iPXE bekommt das Menü und nicht noch einmal dieselbe Datei, mit der dnsmasq endlos kreist.</translation>
    </message>
    <message>
        <source>The iPXE script {file} cannot be read.</source>
        <translation>Das iPXE-Skript {file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The image {image} is protected in FOG, so nothing can be captured into it.</source>
        <translation>Das Image {image} ist in FOG geschützt, darum lässt sich nichts in es aufnehmen.</translation>
    </message>
    <message>
        <source>The image {image} is switched off in FOG.</source>
        <translation>Das Image {image} ist in FOG abgeschaltet.</translation>
    </message>
    <message>
        <source>The imaging system goes to the old address; only FOG&apos;s own settings change that.</source>
        <translation>Das Imaging-System geht zur alten Adresse; das ändern nur die Einstellungen von FOG selbst.</translation>
    </message>
    <message>
        <source>The imaging system of FOG runs and gets no address: the port is not open yet, or its driver for the card is missing.</source>
        <translation>Das Abbildsystem von FOG läuft und bekommt keine Adresse: Der Port ist noch nicht offen, oder der Treiber der Karte fehlt.</translation>
    </message>
    <message>
        <source>The initrd and the arguments need a kernel of the ISO&apos;s.</source>
        <translation>Initrd und Argumente brauchen einen Kernel des ISO.</translation>
    </message>
    <message>
        <source>The kernel runs and does not find its system, which the line of its menu entry names.</source>
        <translation>Der Kernel läuft und findet sein System nicht, das die Zeile seines Menüeintrags nennt.</translation>
    </message>
    <message>
        <source>The keyring {keyring} did not do it: {problem}.</source>
        <translation>Der Schlüsselbund {keyring} hat es nicht getan: {problem}.</translation>
    </message>
    <message>
        <source>The last part of the name must be that of a file, without blanks and without %.</source>
        <translation>Der letzte Teil des Namens muss der einer Datei sein, ohne Leerzeichen und ohne %.</translation>
    </message>
    <message>
        <source>The lease time is that of the private network.</source>
        <translation>Die Lease-Dauer ist die des privaten Netzwerks.</translation>
    </message>
    <message>
        <source>The list of approved computers {file} cannot be read: {reason}.</source>
        <translation>Die Liste der freigegebenen Computer {file} ist nicht lesbar: {reason}.</translation>
    </message>
    <message>
        <source>The list of given addresses {file} cannot be read, so it was begun anew; the old one is kept as {kept}.</source>
        <translation>Die Liste der vergebenen Adressen {file} ist nicht lesbar, darum wurde sie neu begonnen; die alte liegt als {kept} daneben.</translation>
    </message>
    <message>
        <source>The list of given addresses {file} could not be saved: {problem}.</source>
        <translation>Die Liste der vergebenen Adressen {file} ließ sich nicht speichern: {problem}.</translation>
    </message>
    <message>
        <source>The list of learned offers {file} could not be saved: {problem}.</source>
        <translation>Die Liste der gelernten Angebote {file} ließ sich nicht speichern: {problem}.</translation>
    </message>
    <message>
        <source>The list of seats {file} cannot be read.</source>
        <translation>Die Liste der Plätze {file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The list of seats {file} could not be written: {problem}.</source>
        <translation>Die Liste der Plätze {file} ließ sich nicht schreiben: {problem}.</translation>
    </message>
    <message>
        <source>The mask {mask} would mean half the Internet; no relays are answered.</source>
        <translation>Die Maske {mask} hieße das halbe Internet; Relays werden nicht beantwortet.</translation>
    </message>
    <message>
        <source>The menu</source>
        <translation>Das Menü</translation>
    </message>
    <message>
        <source>The menu for {archs_label}</source>
        <translation>Das Menü für {archs_label}</translation>
    </message>
    <message>
        <source>The menu is full.</source>
        <translation>Das Menü ist voll.</translation>
    </message>
    <message>
        <source>The menu of the firmware is made by FOG Portable: see pxe_menu.</source>
        <translation>Das Menü der Firmware macht FOG Portable: siehe pxe_menu.</translation>
    </message>
    <message>
        <source>The name {file} belongs to a script that FOG Portable makes itself, so it cannot be a boot file for {arch}.</source>
        <translation>Der Name {file} gehört einem Skript, das FOG Portable selbst macht; er kann keine Boot-Datei für {arch} sein.</translation>
    </message>
    <message>
        <source>The name {name} belongs to a script that FOG Portable makes itself.</source>
        <translation>Der Name {name} gehört einem Skript, das FOG Portable selbst macht.</translation>
    </message>
    <message>
        <source>The name {pattern} cannot be used for new hosts: {problem}.</source>
        <translation>Der Name {pattern} ist für neue Hosts nicht brauchbar: {problem}.</translation>
    </message>
    <message>
        <source>The network {network} has {count} addresses, and at most {most} are asked at once.</source>
        <translation>Das Netzwerk {network} hat {count} Adressen, und auf einmal werden höchstens {most} gefragt.</translation>
    </message>
    <message>
        <source>The numbers 7 and 9 both mean UEFI x64 here: dnsmasq exchanged their names in 2.76, and firmware sends either.</source>
        <translation>Die Nummern 7 und 9 bedeuten hier beide UEFI x64: dnsmasq hat ihre Namen in 2.76 vertauscht, und Firmware sendet beide.</translation>
    </message>
    <message>
        <source>The offer holds a prompt or discovery options without a menu that can be shown.</source>
        <translation>Das Angebot enthält eine Aufforderung oder Suchoptionen ohne ein Menü, das sich zeigen lässt.</translation>
    </message>
    <message>
        <source>The offer wants only listed servers and lists none.</source>
        <translation>Das Angebot will nur aufgeführte Server und führt keine auf.</translation>
    </message>
    <message>
        <source>The offer wants servers to be found by multicast and names no group.</source>
        <translation>Das Angebot will Server per Multicast suchen lassen und nennt keine Gruppe.</translation>
    </message>
    <message>
        <source>The options of PXE are made by FOG Portable itself: see pxe_menu.</source>
        <translation>Die Optionen von PXE macht FOG Portable selbst: siehe pxe_menu.</translation>
    </message>
    <message>
        <source>The package list of {suite} could not be verified with this machine&apos;s keyring.</source>
        <translation>Die Paketliste von {suite} ließ sich mit dem Schlüsselbund dieses Rechners nicht prüfen.</translation>
    </message>
    <message>
        <source>The preferences could not be written to {file}: {reason}. They count until you close the window.</source>
        <translation>Die Einstellungen ließen sich nicht nach {file} schreiben: {reason}. Sie gelten, bis Sie das Fenster schließen.</translation>
    </message>
    <message>
        <source>The profile {file} cannot be read.</source>
        <translation>Das Profil {file} ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The profile {file} could not be saved: {problem}.</source>
        <translation>Das Profil {file} ließ sich nicht speichern: {problem}.</translation>
    </message>
    <message>
        <source>The profile {file} has a wrong value for {key} in line {line}: {problem}.</source>
        <translation>Das Profil {file} hat in Zeile {line} einen falschen Wert für {key}: {problem}.</translation>
    </message>
    <message>
        <source>The profile {file} has an unknown key {key} in line {line}.</source>
        <translation>Das Profil {file} hat in Zeile {line} einen unbekannten Schlüssel {key}.</translation>
    </message>
    <message>
        <source>The profile {file} has schema version {version}, which is newer than this program.</source>
        <translation>Das Profil {file} hat die Schema-Version {version}, die neuer ist als dieses Programm.</translation>
    </message>
    <message>
        <source>The profile {file} is not valid TOML in line {line}: {problem}.</source>
        <translation>Das Profil {file} ist in Zeile {line} kein gültiges TOML: {problem}.</translation>
    </message>
    <message>
        <source>The profile {file} was not saved: {problem}.</source>
        <translation>Das Profil {file} wurde nicht gespeichert: {problem}.</translation>
    </message>
    <message>
        <source>The profile, key by key</source>
        <translation>Das Profil, Schlüssel für Schlüssel</translation>
    </message>
    <message>
        <source>The prompt counts down from 0 to {longest_prompt_s} seconds.</source>
        <translation>Die Aufforderung zählt von 0 bis {longest_prompt_s} Sekunden herunter.</translation>
    </message>
    <message>
        <source>The prompt is longer than {longest_text} characters.</source>
        <translation>Die Aufforderung ist länger als {longest_text} Zeichen.</translation>
    </message>
    <message>
        <source>The questions to the FOG server {address} were broken off.</source>
        <translation>Die Fragen an den FOG-Server {address} wurden abgebrochen.</translation>
    </message>
    <message>
        <source>The report could not be written to {file}.</source>
        <translation>Der Bericht ließ sich nicht nach {file} schreiben.</translation>
    </message>
    <message>
        <source>The scripts could not be written into {folder}: {problem}.</source>
        <translation>Die Skripte ließen sich nicht nach {folder} schreiben: {problem}.</translation>
    </message>
    <message>
        <source>The server does not have the file, or it is empty.</source>
        <translation>Der Server hat die Datei nicht, oder sie ist leer.</translation>
    </message>
    <message>
        <source>The server rejects the request: nothing listens on that port.</source>
        <translation>Der Server weist die Anfrage ab: Auf diesem Port hört nichts.</translation>
    </message>
    <message>
        <source>The server sent larger blocks than were agreed on.</source>
        <translation>Der Server sandte größere Blöcke als vereinbart.</translation>
    </message>
    <message>
        <source>The server was asked and did not answer in time.</source>
        <translation>Der Server wurde gefragt und hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The session could not be saved as {file}: {reason}.</source>
        <translation>Die Sitzung ließ sich nicht als {file} speichern: {reason}.</translation>
    </message>
    <message>
        <source>The setting {name} of the FOG server says {own}, but the server was reached at {used}.</source>
        <translation>Die Einstellung {name} des FOG-Servers sagt {own}, aber der Server wurde unter {used} erreicht.</translation>
    </message>
    <message>
        <source>The site serves network boot itself: UEFI computers boot from {server} ({what}), and no proxy&apos;s answer comes before it.</source>
        <translation>Der Standort bedient Netzwerk-Boot selbst: UEFI-Computer booten von {server} ({what}), und keine Antwort eines Proxys geht vor.</translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} gives boot instructions of its own (options 60 and 43), and UEFI computers follow them before any proxy&apos;s.</source>
        <translation>Der DHCP-Server des Standorts, {server}, gibt eigene Boot-Anweisungen (Optionen 60 und 43), und UEFI-Computer folgen ihnen eher als jedem Proxy.</translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} makes iPXE pass over FOG Portable&apos;s answer (option 175, sub-option {option}).</source>
        <translation>Der DHCP-Server des Standorts, {server}, lässt iPXE die Antwort von FOG Portable übergehen (Option 175, Unteroption {option}).</translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} names a boot file of its own, {file}.</source>
        <translation>Der DHCP-Server des Standorts, {server}, nennt eine eigene Boot-Datei, {file}.</translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} says PXEClient (option 60) and sends UEFI computers to this laptop.</source>
        <translation>Der DHCP-Server des Standorts, {server}, sagt PXEClient (Option 60) und schickt UEFI-Computer zu diesem Laptop.</translation>
    </message>
    <message>
        <source>The site&apos;s DHCP server {server} says PXEClient (option 60) without option 43, so UEFI computers ask {boot_server} on port 4011 and take no proxy&apos;s answer.</source>
        <translation>Der DHCP-Server des Standorts, {server}, sagt PXEClient (Option 60) ohne Option 43; darum fragen UEFI-Computer {boot_server} auf Port 4011 und nehmen von keinem Proxy eine Antwort.</translation>
    </message>
    <message>
        <source>The size of the boot file is told by TFTP; a wrong one here breaks UEFI.</source>
        <translation>Die Größe der Bootdatei sagt TFTP; eine falsche hier stört UEFI.</translation>
    </message>
    <message>
        <source>The storage node {name} of the FOG server is said to be at {own}, where nothing answers.</source>
        <translation>Der Speicherknoten {name} des FOG-Servers soll auf {own} sein, und dort antwortet nichts.</translation>
    </message>
    <message>
        <source>The switch did not let the computer&apos;s requests through while it asked, for {seconds} s.</source>
        <translation>Der Switch ließ die Anfragen des Computers nicht durch, während er fragte, {seconds} s lang.</translation>
    </message>
    <message>
        <source>The tag {tag} cannot be told here: {problem}.</source>
        <translation>Der Tag {tag} lässt sich hier nicht ausdrücken: {problem}.</translation>
    </message>
    <message>
        <source>The text has characters that cannot be sent.</source>
        <translation>Der Text enthält Zeichen, die sich nicht senden lassen.</translation>
    </message>
    <message>
        <source>The text has no character that iPXE can show; use plain letters.</source>
        <translation>Der Text hat kein Zeichen, das iPXE zeigen kann; nehmen Sie einfache Buchstaben.</translation>
    </message>
    <message>
        <source>The text is longer than {longest_option} octets.</source>
        <translation>Der Text ist länger als {longest_option} Byte.</translation>
    </message>
    <message>
        <source>The text is longer than {longest_text} characters.</source>
        <translation>Der Text ist länger als {longest_text} Zeichen.</translation>
    </message>
    <message>
        <source>The timeout must be 0 to {longest_menu_timeout_s} seconds.</source>
        <translation>Die Wartezeit muss 0 bis {longest_menu_timeout_s} Sekunden sein.</translation>
    </message>
    <message>
        <source>The title has no character that iPXE can show; use plain letters.</source>
        <translation>Der Titel hat kein Zeichen, das iPXE zeigen kann; nehmen Sie einfache Buchstaben.</translation>
    </message>
    <message>
        <source>The tokens in {source} cannot be used: {problem}.</source>
        <translation>Die Token in {source} sind nicht brauchbar: {problem}.</translation>
    </message>
    <message>
        <source>The type of a boot server is a number from 1 to {largest_service_type}.</source>
        <translation>Der Typ eines Boot-Servers ist eine Zahl von 1 bis {largest_service_type}.</translation>
    </message>
    <message>
        <source>The verdicts of `fogportable explain`.</source>
        <translation>Die Befunde von `fogportable explain`.</translation>
    </message>
    <message>
        <source>The window cannot open, because this system lacks the library {library}.</source>
        <translation>Das Fenster kann sich nicht öffnen, weil diesem System die Bibliothek {library} fehlt.</translation>
    </message>
    <message>
        <source>The {service} service stopped because of a fault in FOG Portable.</source>
        <translation>Der Dienst {service} endete wegen eines Fehlers in FOG Portable.</translation>
    </message>
    <message>
        <source>There is a file {file} already, and it was left as it is.</source>
        <translation>Es gibt schon eine Datei {file}; sie blieb, wie sie war.</translation>
    </message>
    <message>
        <source>There is an address, and nobody named a boot file.</source>
        <translation>Es gibt eine Adresse, und niemand hat eine Boot-Datei genannt.</translation>
    </message>
    <message>
        <source>There is no architecture {name}.{hint}</source>
        <translation>Eine Architektur {name} gibt es nicht.{hint}</translation>
    </message>
    <message>
        <source>There is no boot file for {arch} in this set, so this computer got no answer.</source>
        <translation>In diesem Paket gibt es keine Boot-Datei für {arch}, darum bekam dieser Computer keine Antwort.</translation>
    </message>
    <message>
        <source>There is no boot set called {name}.</source>
        <translation>Es gibt kein Boot-Paket namens {name}.</translation>
    </message>
    <message>
        <source>There is no display, so the window cannot open.</source>
        <translation>Es gibt keinen Bildschirm, darum kann das Fenster nicht öffnen.</translation>
    </message>
    <message>
        <source>There is no network interface called {interface} on this machine.</source>
        <translation>Auf diesem Rechner gibt es keine Netzwerkkarte namens {interface}.</translation>
    </message>
    <message>
        <source>There is no option {option}.</source>
        <translation>Eine Option {option} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no {name}: dnsmasq adds .0 to names, here the file is {real} itself.</source>
        <translation>{name} gibt es nicht: dnsmasq hängt .0 an Namen, hier ist es die Datei {real} selbst.</translation>
    </message>
    <message>
        <source>There is no {wished}; the file is {name}.</source>
        <translation>{wished} gibt es nicht; die Datei heißt {name}.</translation>
    </message>
    <message>
        <source>There is nobody to ask for the rights: neither pkexec with an agent nor sudo works here.</source>
        <translation>Niemand kann hier die Rechte geben: Weder pkexec mit einem Agenten noch sudo funktioniert.</translation>
    </message>
    <message>
        <source>There is nothing to save: nothing has been served yet.</source>
        <translation>Es gibt nichts zu speichern: Es war noch kein Betrieb.</translation>
    </message>
    <message>
        <source>There is one private network, and an earlier line has it.</source>
        <translation>Es gibt nur ein privates Netzwerk, und eine frühere Zeile hat es.</translation>
    </message>
    <message>
        <source>There is one prompt for all computers, and an earlier line has it.</source>
        <translation>Es gibt eine Eingabeaufforderung für alle Computer, und eine frühere Zeile hat sie.</translation>
    </message>
    <message>
        <source>There is one prompt for all computers.</source>
        <translation>Es gibt eine Eingabeaufforderung für alle Computer.</translation>
    </message>
    <message>
        <source>There is something at {folder} already that is not a boot set, and it was left as it is.</source>
        <translation>In {folder} liegt schon etwas, das kein Boot-Paket ist; es blieb, wie es war.</translation>
    </message>
    <message>
        <source>This computer loaded {file} {count} times and came back each time.</source>
        <translation>Dieser Computer lud {file} {count} Mal und kam jedes Mal zurück.</translation>
    </message>
    <message>
        <source>This computer stopped after it {last}, and what was seen does not say why.</source>
        <translation>Dieser Computer blieb stehen (zuletzt: {last}), und was zu sehen war, sagt nicht, warum.</translation>
    </message>
    <message>
        <source>This is over: {message}</source>
        <translation>Das ist vorbei: {message}</translation>
    </message>
    <message>
        <source>This laptop may go to sleep while it serves: the system did not allow to keep it awake.</source>
        <translation>Dieser Laptop schläft im Betrieb vielleicht ein: Das System hat nicht erlaubt, ihn wach zu halten.</translation>
    </message>
    <message>
        <source>This laptop stays awake while it serves, also with its lid closed.</source>
        <translation>Dieser Laptop bleibt im Betrieb wach, auch mit geschlossenem Deckel.</translation>
    </message>
    <message>
        <source>This laptop stays awake while it serves.</source>
        <translation>Dieser Laptop bleibt im Betrieb wach.</translation>
    </message>
    <message>
        <source>This machine has no card called {cards}. {instead}</source>
        <translation>Dieser Rechner hat keine Karte namens {cards}. {instead}</translation>
    </message>
    <message>
        <source>This machine&apos;s own address and HTTP port are told.</source>
        <translation>Genannt werden die eigene Adresse und der HTTP-Port dieses Rechners.</translation>
    </message>
    <message>
        <source>This machine&apos;s own address is always told.</source>
        <translation>Genannt wird immer die eigene Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>This shim is older than the revocations that the computer knows.</source>
        <translation>Dieses shim ist älter als die Sperren, die der Computer kennt.</translation>
    </message>
    <message>
        <source>This user may not watch the network, so what the site&apos;s DHCP server offers cannot be seen.</source>
        <translation>Dieser Benutzer darf nicht im Netzwerk mithören, darum ist nicht zu sehen, was der DHCP-Server des Standorts anbietet.</translation>
    </message>
    <message>
        <source>To use other nodes, change the storage groups of the image in FOG.</source>
        <translation>Um andere Knoten zu nehmen, ändern Sie in FOG die Speichergruppen des Images.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the error log of its web server.</source>
        <translation>Versuchen Sie es noch einmal; wenn es so bleibt, sehen Sie in das Fehlerprotokoll seines Webservers.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the load of the server and at its database.</source>
        <translation>Versuchen Sie es noch einmal; wenn es so bleibt, sehen Sie nach der Last des Servers und nach seiner Datenbank.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, run FOG&apos;s installer on the server again.</source>
        <translation>Versuchen Sie es noch einmal; wenn es so bleibt, lassen Sie auf dem Server den Installer von FOG noch einmal laufen.</translation>
    </message>
    <message>
        <source>Two boot servers answer, {servers}, and what the computer wanted of {server} failed.</source>
        <translation>Zwei Boot-Server antworten, {servers}, und was der Computer von {server} wollte, ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Two computers or more use this hardware address at the same time.</source>
        <translation>Zwei oder mehr Computer benutzen zugleich diese Hardware-Adresse.</translation>
    </message>
    <message>
        <source>Two computers use this hardware address at the same time.</source>
        <translation>Zwei Computer benutzen zugleich diese Hardware-Adresse.</translation>
    </message>
    <message>
        <source>Type its address on the FOG page, or find it on the network, and look at it.</source>
        <translation>Geben Sie seine Adresse auf der Seite FOG ein, oder suchen Sie ihn im Netzwerk, und sehen Sie ihn an.</translation>
    </message>
    <message>
        <source>Type the number of computers when asked, or give it with --yes {number}.</source>
        <translation>Geben Sie die Anzahl der Computer ein, wenn gefragt wird, oder mit --yes {number}.</translation>
    </message>
    <message>
        <source>Types of boot servers go to {most}; those above are given to files.</source>
        <translation>Typen von Bootservern gehen bis {most}; die darüber gehören Dateien.</translation>
    </message>
    <message>
        <source>U-Boot asks a server that does not answer; with ARP in front, it is not in this network at all.</source>
        <translation>U-Boot fragt einen Server, der nicht antwortet; mit ARP davor ist er gar nicht in diesem Netzwerk.</translation>
    </message>
    <message>
        <source>U-Boot asks for an address; when the number grows, nobody answers.</source>
        <translation>U-Boot fragt nach einer Adresse; wenn die Zahl wächst, antwortet niemand.</translation>
    </message>
    <message>
        <source>U-Boot knows no server, or no file to ask for.</source>
        <translation>U-Boot kennt keinen Server oder keine Datei, nach der es fragen soll.</translation>
    </message>
    <message>
        <source>U-Boot: the server does not have that file; it tries many names before the last one counts.</source>
        <translation>U-Boot: Der Server hat diese Datei nicht; es versucht viele Namen, und nur der letzte zählt.</translation>
    </message>
    <message>
        <source>U-Boot: the server may not read that file.</source>
        <translation>U-Boot: Der Server darf diese Datei nicht lesen.</translation>
    </message>
    <message>
        <source>UEFI HTTP Boot gets files of this machine only; copy the file into the TFTP folder.</source>
        <translation>UEFI HTTP Boot bekommt nur Dateien dieses Rechners; kopieren Sie die Datei in den TFTP-Ordner.</translation>
    </message>
    <message>
        <source>UEFI HTTP Boot is answered with an address of our own HTTP service.</source>
        <translation>UEFI HTTP Boot bekommt eine Adresse unseres eigenen HTTP-Dienstes.</translation>
    </message>
    <message>
        <source>UEFI HTTP Boot reached no server, or the server does not have the file.</source>
        <translation>UEFI HTTP Boot erreichte keinen Server, oder der Server hat die Datei nicht.</translation>
    </message>
    <message>
        <source>UEFI HTTP Boot was not told a URL.</source>
        <translation>UEFI HTTP Boot bekam keine URL genannt.</translation>
    </message>
    <message>
        <source>UEFI computers are answered on port 4011; if iPXE stops with Nothing to boot, remove option 60 from {server}.</source>
        <translation>UEFI-Computern wird auf Port 4011 geantwortet; wenn iPXE mit „Nothing to boot“ endet, entfernen Sie Option 60 auf {server}.</translation>
    </message>
    <message>
        <source>UEFI finds no link on the card.</source>
        <translation>UEFI findet an der Karte keine Verbindung.</translation>
    </message>
    <message>
        <source>UEFI: something about the answer was not as it must be, such as a menu entry without a server.</source>
        <translation>UEFI: Etwas an der Antwort war nicht, wie es sein muss, etwa ein Menüeintrag ohne Server.</translation>
    </message>
    <message>
        <source>UEFI: the boot file does not fit the size that was announced. BIOS: the card&apos;s own memory (EEPROM) is damaged.</source>
        <translation>UEFI: Die Boot-Datei passt nicht zur angekündigten Größe. BIOS: Der eigene Speicher der Karte (EEPROM) ist beschädigt.</translation>
    </message>
    <message>
        <source>Unlock it and try again, or give the tokens by variables or with --token-file.</source>
        <translation>Entsperren Sie ihn und versuchen Sie es noch einmal, oder geben Sie die Token über Variablen oder mit --token-file an.</translation>
    </message>
    <message>
        <source>Unpacking {package} {version}.</source>
        <translation>Packe {package} {version} aus.</translation>
    </message>
    <message>
        <source>Unplug or switch off one of the two.</source>
        <translation>Stecken Sie eine der beiden ab oder schalten Sie sie aus.</translation>
    </message>
    <message>
        <source>Unplug the other DHCP server, or choose {interface} without a private network; then stop and start again.</source>
        <translation>Stecken Sie den anderen DHCP-Server ab, oder wählen Sie {interface} ohne privates Netzwerk; stoppen Sie dann und starten Sie erneut.</translation>
    </message>
    <message>
        <source>Update its firmware, or name the boot file in the site&apos;s DHCP server.</source>
        <translation>Aktualisieren Sie seine Firmware, oder nennen Sie die Boot-Datei im DHCP-Server des Standorts.</translation>
    </message>
    <message>
        <source>Update the firmware of the card and the BIOS.</source>
        <translation>Aktualisieren Sie die Firmware der Karte und das BIOS.</translation>
    </message>
    <message>
        <source>Update the firmware of the card, or load iPXE&apos;s own driver (ipxe.pxe).</source>
        <translation>Aktualisieren Sie die Firmware der Karte, oder laden Sie den eigenen Treiber von iPXE (ipxe.pxe).</translation>
    </message>
    <message>
        <source>Update the firmware of the card; the network is not to blame.</source>
        <translation>Aktualisieren Sie die Firmware der Karte; das Netzwerk ist nicht schuld.</translation>
    </message>
    <message>
        <source>Usable for {names}; {count} with a fault.</source>
        <translation>Brauchbar für {names}; {count} mit Fehler.</translation>
    </message>
    <message>
        <source>Use GRUB 2.12 or iPXE, or set the next server of the site&apos;s DHCP server to {own}.</source>
        <translation>Nehmen Sie GRUB 2.12 oder iPXE, oder setzen Sie den nächsten Server (next server) des DHCP-Servers am Standort auf {own}.</translation>
    </message>
    <message>
        <source>Use GRUB 2.12 or iPXE, or set the next server of {server} to {own}.</source>
        <translation>Nehmen Sie GRUB 2.12 oder iPXE, oder setzen Sie den nächsten Server (next server) auf {server} auf {own}.</translation>
    </message>
    <message>
        <source>Use GRUB 2.12 or iPXE, set the site&apos;s next server to the boot server, or put grub.cfg where GRUB asks.</source>
        <translation>Nehmen Sie GRUB 2.12 oder iPXE, setzen Sie den nächsten Server des Standorts auf den Boot-Server, oder legen Sie grub.cfg dorthin, wo GRUB fragt.</translation>
    </message>
    <message>
        <source>Use a build of iPXE with that feature.</source>
        <translation>Nehmen Sie ein iPXE, das mit dieser Funktion gebaut ist.</translation>
    </message>
    <message>
        <source>Use a server of FOG 1.6, or set a kernel for such computers in FOG.</source>
        <translation>Nehmen Sie einen Server mit FOG 1.6, oder stellen Sie in FOG einen Kernel für solche Computer ein.</translation>
    </message>
    <message>
        <source>Use a smaller image, or give the computer more memory.</source>
        <translation>Nehmen Sie ein kleineres Abbild, oder geben Sie dem Computer mehr Speicher.</translation>
    </message>
    <message>
        <source>Use snponly.efi or undionly.kpxe, which take the firmware&apos;s driver, or ipxe.efi, which has its own.</source>
        <translation>Nehmen Sie snponly.efi oder undionly.kpxe, die den Treiber der Firmware benutzen, oder ipxe.efi, das einen eigenen hat.</translation>
    </message>
    <message>
        <source>Use that host, or change it in FOG.</source>
        <translation>Nehmen Sie jenen Host, oder ändern Sie ihn in FOG.</translation>
    </message>
    <message>
        <source>Use that name, or run FOG&apos;s installer on the server again after its address has changed.</source>
        <translation>Nehmen Sie jenen Namen, oder lassen Sie auf dem Server den Installer von FOG noch einmal laufen, nachdem sich die Adresse geändert hat.</translation>
    </message>
    <message>
        <source>Use the command line: fogportable serve or fogportable rehearse.</source>
        <translation>Nehmen Sie die Befehlszeile: fogportable serve oder fogportable rehearse.</translation>
    </message>
    <message>
        <source>Use the token of an administrator, or give that user the right in FOG.</source>
        <translation>Nehmen Sie das Token eines Administrators, oder geben Sie jenem Benutzer in FOG das Recht.</translation>
    </message>
    <message>
        <source>Wait, check the cable, and switch on PortFast for the port.</source>
        <translation>Warten, das Kabel prüfen und PortFast für den Port einschalten.</translation>
    </message>
    <message>
        <source>Wait, or switch it on again.</source>
        <translation>Warten Sie, oder schalten Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>Waits for you: only computers that you approve are answered.</source>
        <translation>Wartet auf Sie: Geantwortet wird nur Computern, die Sie freigeben.</translation>
    </message>
    <message>
        <source>Was offered the firmware&apos;s menu</source>
        <translation>Bekam das Menü der Firmware angeboten</translation>
    </message>
    <message>
        <source>Was offered {file}</source>
        <translation>Bekam {file} angeboten</translation>
    </message>
    <message>
        <source>Web servers were too slow to tell whether they are FOG servers: {count} of them.</source>
        <translation>Webserver waren zu langsam, um zu sagen, ob sie FOG-Server sind: {count}.</translation>
    </message>
    <message>
        <source>What FOG Portable can tell you and what to do about each, in the words that window and command line use. Words in braces are values that it puts in.</source>
        <translation>Was FOG Portable sagen kann und was jeweils zu tun ist, in den Worten des Fensters. Wörter in geschweiften Klammern sind Werte, die eingesetzt werden.</translation>
    </message>
    <message>
        <source>What computers show</source>
        <translation>Was Computer anzeigen</translation>
    </message>
    <message>
        <source>What happened, and what to do</source>
        <translation>Was geschehen ist und was zu tun ist</translation>
    </message>
    <message>
        <source>What is in the image {image} is lost, and replaced by what {host} has on its disk.</source>
        <translation>Was im Image {image} ist, geht verloren und wird durch das ersetzt, was {host} auf der Platte hat.</translation>
    </message>
    <message>
        <source>What is on the disks of {count} is lost, and {image} is written over it.</source>
        <translation>Was auf den Platten von {count} ist, geht verloren; {image} wird darübergeschrieben.</translation>
    </message>
    <message>
        <source>What is shown may be incomplete; look for a newer FOG Portable.</source>
        <translation>Was gezeigt wird, ist vielleicht unvollständig; suchen Sie ein neueres FOG Portable.</translation>
    </message>
    <message>
        <source>What is wrong with a computer</source>
        <translation>Was mit einem Computer nicht stimmt</translation>
    </message>
    <message>
        <source>What to do for a FOG server was said, but not which server.</source>
        <translation>Es wurde gesagt, was für einen FOG-Server zu tun ist, aber nicht für welchen.</translation>
    </message>
    <message>
        <source>What was opened in the firewall of this laptop could not be taken back.</source>
        <translation>Was in der Firewall dieses Laptops geöffnet wurde, ließ sich nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>What was seen is not enough to say why it does or does not boot: {reason}.</source>
        <translation>Was zu sehen war, reicht nicht, um zu sagen, warum er bootet oder nicht: {reason}.</translation>
    </message>
    <message>
        <source>Whether a DHCP server answers on {interface} cannot be seen here.</source>
        <translation>Ob auf {interface} ein DHCP-Server antwortet, ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>Whether the firewall lets in {what} hangs on a rule that cannot be judged from here: {rule}.</source>
        <translation>Ob die Firewall {what} hereinlässt, hängt an einer Regel, die von hier nicht zu beurteilen ist: {rule}.</translation>
    </message>
    <message>
        <source>Which networks were served could not be written to {file}: {reason}.</source>
        <translation>Welche Netzwerke versorgt wurden, ließ sich nicht nach {file} schreiben: {reason}.</translation>
    </message>
    <message>
        <source>With a FOG server, iPXE gets the script that leads to it, and no other.</source>
        <translation>Mit einem FOG-Server bekommt iPXE das Skript, das zu ihm führt, und kein anderes.</translation>
    </message>
    <message>
        <source>Would be offered {what}, and has no address to use it with</source>
        <translation>Bekäme {what} angeboten und hat keine Adresse dafür</translation>
    </message>
    <message>
        <source>Would boot {what}</source>
        <translation>Würde {what} booten</translation>
    </message>
    <message>
        <source>Would boot {what} or {instead}: the first answer decides</source>
        <translation>Würde {what} booten oder {instead}: die erste Antwort entscheidet</translation>
    </message>
    <message>
        <source>Would follow {other} and not boot from here</source>
        <translation>Würde {other} folgen und nicht von hier booten</translation>
    </message>
    <message>
        <source>Would get no answer: {silence}</source>
        <translation>Bekäme keine Antwort: {silence}</translation>
    </message>
    <message>
        <source>Write an address instead of the name.</source>
        <translation>Schreiben Sie eine Adresse statt des Namens.</translation>
    </message>
    <message>
        <source>Write it as lab-## to count, or as pc-@ for the end of the hardware address.</source>
        <translation>Schreiben Sie lab-##, um zu zählen, oder pc-@ für das Ende der Hardware-Adresse.</translation>
    </message>
    <message>
        <source>Write one address such as 52:54:00:12:34:56 on each line; what follows it is for people.</source>
        <translation>Schreiben Sie in jede Zeile eine Adresse wie 52:54:00:12:34:56; was folgt, ist für Menschen.</translation>
    </message>
    <message numerus="yes">
        <source>Write the image {image} by multicast over the disks of {count} computers: {names}.</source>
        <translation>
            <numerusform>Das Image {image} per Multicast auf die Platte von 1 Computer schreiben: {names}.</numerusform>
            <numerusform>Das Image {image} per Multicast auf die Platten von {count} Computern schreiben: {names}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write the image {image} over the disks of {count} computers: {names}.</source>
        <translation>
            <numerusform>Das Image {image} auf die Platte von 1 Computer schreiben: {names}.</numerusform>
            <numerusform>Das Image {image} auf die Platten von {count} Computern schreiben: {names}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the server&apos;s address into the script.</source>
        <translation>Schreiben Sie die Adresse des Servers in das Skript.</translation>
    </message>
    <message>
        <source>Write {expected}.</source>
        <translation>Schreiben Sie {expected}.</translation>
    </message>
    <message>
        <source>Write {used} into its line with chain, or remove the file if nobody boots by it.</source>
        <translation>Schreiben Sie {used} in ihre Zeile mit chain, oder entfernen Sie die Datei, wenn niemand über sie bootet.</translation>
    </message>
    <message>
        <source>Your system did not allow the boot ports, so nothing was started.</source>
        <translation>Ihr System hat die Boot-Ports nicht erlaubt, darum wurde nichts gestartet.</translation>
    </message>
    <message>
        <source>a UUID such as &quot;4c4c4544-0038-3610-8052-b4c04f4a4d31&quot;</source>
        <translation>eine UUID wie &quot;4c4c4544-0038-3610-8052-b4c04f4a4d31&quot;</translation>
    </message>
    <message>
        <source>a backslash in a text; write it twice, or use /</source>
        <translation>ein umgekehrter Schrägstrich in einem Text; schreiben Sie ihn doppelt oder nehmen Sie /</translation>
    </message>
    <message>
        <source>a block was too large for the way</source>
        <translation>ein Block war zu groß für den Weg</translation>
    </message>
    <message>
        <source>a boot menu</source>
        <translation>ein Boot-Menü</translation>
    </message>
    <message>
        <source>a boot rule leaves it alone</source>
        <translation>eine Boot-Regel übergeht ihn</translation>
    </message>
    <message>
        <source>a card that is not in network.interfaces</source>
        <translation>eine Karte, die nicht in network.interfaces steht</translation>
    </message>
    <message>
        <source>a character is not UTF-8; save the file as UTF-8</source>
        <translation>ein Zeichen ist kein UTF-8; speichern Sie die Datei als UTF-8</translation>
    </message>
    <message>
        <source>a computer</source>
        <translation>ein Computer</translation>
    </message>
    <message>
        <source>a connection</source>
        <translation>eine Verbindung</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Zeit</translation>
    </message>
    <message>
        <source>a field of the request is malformed</source>
        <translation>ein Feld der Anfrage ist fehlerhaft</translation>
    </message>
    <message>
        <source>a file below the TFTP folder, or an address</source>
        <translation>eine Datei unter dem TFTP-Ordner oder eine Adresse</translation>
    </message>
    <message>
        <source>a file below the TFTP folder, or an address of http:// or https://</source>
        <translation>eine Datei unter dem TFTP-Ordner oder eine Adresse mit http:// oder https://</translation>
    </message>
    <message>
        <source>a file did not come, for no reason that is seen</source>
        <translation>eine Datei kam nicht, aus keinem sichtbaren Grund</translation>
    </message>
    <message>
        <source>a file, or ignore = true, not both</source>
        <translation>eine Datei oder ignore = true, nicht beides</translation>
    </message>
    <message>
        <source>a grid needs both columns and rows</source>
        <translation>ein Raster braucht Spalten und Reihen</translation>
    </message>
    <message>
        <source>a huge number</source>
        <translation>eine riesige Zahl</translation>
    </message>
    <message>
        <source>a lease of {lease}</source>
        <translation>eine Lease von {lease}</translation>
    </message>
    <message>
        <source>a line in plain letters</source>
        <translation>eine Zeile in einfachen Buchstaben</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a list of texts, such as {key} = [&quot;...&quot;, &quot;...&quot;]</source>
        <translation>eine Liste von Texten wie {key} = [&quot;...&quot;, &quot;...&quot;]</translation>
    </message>
    <message>
        <source>a loader</source>
        <translation>ein Loader</translation>
    </message>
    <message>
        <source>a menu was offered with the local disk in it, and it asked for nothing else</source>
        <translation>ein Menü mit der lokalen Platte darin wurde angeboten, und er fragte nach nichts sonst</translation>
    </message>
    <message>
        <source>a multicast address from 224.0.0.0 to 239.255.255.255, or &quot;&quot; for none</source>
        <translation>eine Multicast-Adresse von 224.0.0.0 bis 239.255.255.255 oder &quot;&quot; für keine</translation>
    </message>
    <message>
        <source>a multicast address, or none</source>
        <translation>eine Multicast-Adresse oder keine</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ein Name</translation>
    </message>
    <message>
        <source>a name below that folder, without ..</source>
        <translation>einen Namen unter diesem Ordner, ohne ..</translation>
    </message>
    <message>
        <source>a network such as &quot;192.168.2.0/24&quot;</source>
        <translation>ein Netzwerk wie &quot;192.168.2.0/24&quot;</translation>
    </message>
    <message>
        <source>a number from 1 to 32767 that no other entry has</source>
        <translation>eine Zahl von 1 bis 32767, die kein anderer Eintrag hat</translation>
    </message>
    <message>
        <source>a number of seconds, or &quot;wait&quot;</source>
        <translation>eine Zahl von Sekunden oder &quot;wait&quot;</translation>
    </message>
    <message>
        <source>a packet carries 1 to {most} printable octets</source>
        <translation>ein Paket trägt 1 bis {most} druckbare Oktette</translation>
    </message>
    <message>
        <source>a piece of this datagram never came</source>
        <translation>ein Stück dieses Datagramms kam nie</translation>
    </message>
    <message>
        <source>a place that is there, or more columns or rows</source>
        <translation>einen Platz, den es gibt, oder mehr Spalten oder Reihen</translation>
    </message>
    <message>
        <source>a placeholder, no address</source>
        <translation>ein Platzhalter, keine Adresse</translation>
    </message>
    <message>
        <source>a seat&apos;s name has at most {most} letters, digits and signs</source>
        <translation>der Name eines Platzes hat höchstens {most} Buchstaben, Ziffern und Zeichen</translation>
    </message>
    <message>
        <source>a system</source>
        <translation>ein System</translation>
    </message>
    <message>
        <source>a system runs after its boot file was loaded</source>
        <translation>ein System läuft, nachdem seine Boot-Datei geladen war</translation>
    </message>
    <message>
        <source>a table</source>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a text in it cannot be written</source>
        <translation>ein Text darin lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>a text in plain letters</source>
        <translation>einen Text in einfachen Buchstaben</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a text in quotes of at most {longest} characters</source>
        <translation>einen Text in Anführungszeichen mit höchstens {longest} Zeichen</translation>
    </message>
    <message>
        <source>a text in quotes or a list of them</source>
        <translation>ein Text in Anführungszeichen oder eine Liste davon</translation>
    </message>
    <message>
        <source>a text with {number} or {padded} for the number, or {row} and {column}, such as {example}</source>
        <translation>einen Text mit {number} oder {padded} für die Nummer oder {row} und {column}, wie {example}</translation>
    </message>
    <message>
        <source>a title in plain letters</source>
        <translation>einen Titel in einfachen Buchstaben</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>einen Wert</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a whole number from {low} to {high}{unit}</source>
        <translation>eine ganze Zahl von {low} bis {high}{unit}</translation>
    </message>
    <message>
        <source>a whole number of seconds</source>
        <translation>eine ganze Zahl von Sekunden</translation>
    </message>
    <message>
        <source>a whole number or a word in quotes</source>
        <translation>eine ganze Zahl oder ein Wort in Anführungszeichen</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>action &quot;{action}&quot; does not use it</source>
        <translation>die Aktion „{action}“ verwendet es nicht</translation>
    </message>
    <message>
        <source>action &quot;{action}&quot; needs it</source>
        <translation>die Aktion „{action}“ braucht es</translation>
    </message>
    <message numerus="yes">
        <source>all {count} computers are done, and nobody has loaded for {time}</source>
        <translation>
            <numerusform>der Computer ist fertig, und seit {time} hat niemand geladen</numerusform>
            <numerusform>alle {count} Computer sind fertig, und seit {time} hat niemand geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>an address</source>
        <translation>einer Adresse</translation>
    </message>
    <message>
        <source>an address after the first one</source>
        <translation>eine Adresse nach der ersten</translation>
    </message>
    <message>
        <source>an address and network boot</source>
        <translation>einer Adresse und Netzwerk-Boot</translation>
    </message>
    <message>
        <source>an address of the same network, nearer to the first one</source>
        <translation>eine Adresse desselben Netzwerks, näher an der ersten</translation>
    </message>
    <message>
        <source>an address such as &quot;192.168.1.20&quot;</source>
        <translation>eine Adresse wie &quot;192.168.1.20&quot;</translation>
    </message>
    <message>
        <source>an address such as &quot;52:54:00:12:34:56&quot;</source>
        <translation>eine Adresse wie &quot;52:54:00:12:34:56&quot;</translation>
    </message>
    <message>
        <source>an address such as &quot;52:54:00:12:34:56&quot;, or how several begin, as in &quot;52:54:00&quot;</source>
        <translation>eine Adresse wie &quot;52:54:00:12:34:56&quot; oder den Anfang von mehreren wie &quot;52:54:00&quot;</translation>
    </message>
    <message>
        <source>an address such as 10.0.0.5, a name, or http://10.0.0.5/fog/</source>
        <translation>eine Adresse wie 10.0.0.5, einen Namen oder http://10.0.0.5/fog/</translation>
    </message>
    <message>
        <source>an address such as http://192.168.1.20/boot.ipxe</source>
        <translation>eine Adresse wie http://192.168.1.20/boot.ipxe</translation>
    </message>
    <message>
        <source>an architecture or a list of them</source>
        <translation>eine Architektur oder eine Liste davon</translation>
    </message>
    <message>
        <source>an image</source>
        <translation>ein Image</translation>
    </message>
    <message>
        <source>an offer of {server} cannot be used: {reason}</source>
        <translation>ein Angebot von {server} ist nicht brauchbar: {reason}</translation>
    </message>
    <message>
        <source>an operating system asks for an address</source>
        <translation>ein Betriebssystem fragt nach einer Adresse</translation>
    </message>
    <message>
        <source>an unknown processor (0x{machine:04x})</source>
        <translation>einen unbekannten Prozessor (0x{machine:04x})</translation>
    </message>
    <message>
        <source>and {left} more files</source>
        <translation>und {left} weitere Dateien</translation>
    </message>
    <message>
        <source>another name</source>
        <translation>einen anderen Namen</translation>
    </message>
    <message>
        <source>another number, or take the option out</source>
        <translation>eine andere Zahl, oder nehmen Sie die Option heraus</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>einen anderen Wert</translation>
    </message>
    <message>
        <source>another one, or the uuid of both where they share a dock</source>
        <translation>einen anderen Wert, oder die uuid beider, wenn sie ein Dock teilen</translation>
    </message>
    <message>
        <source>another processor</source>
        <translation>einen anderen Prozessor</translation>
    </message>
    <message>
        <source>another seat is called so</source>
        <translation>ein anderer Platz heißt so</translation>
    </message>
    <message>
        <source>another text</source>
        <translation>einen anderen Text</translation>
    </message>
    <message>
        <source>answered in vain</source>
        <translation>vergeblich beantwortet</translation>
    </message>
    <message>
        <source>answered with {status}</source>
        <translation>beantwortet mit {status}</translation>
    </message>
    <message>
        <source>any UEFI (byte code)</source>
        <translation>jedes UEFI (Bytecode)</translation>
    </message>
    <message>
        <source>apt did not say why</source>
        <translation>apt nannte keinen Grund</translation>
    </message>
    <message>
        <source>apt says: {words}</source>
        <translation>apt sagt: {words}</translation>
    </message>
    <message>
        <source>asked for its size</source>
        <translation>nach seiner Größe gefragt</translation>
    </message>
    <message>
        <source>asked for network boot: {asker}</source>
        <translation>hat nach Netzwerk-Boot gefragt: {asker}</translation>
    </message>
    <message>
        <source>asked for the size of {file}</source>
        <translation>hat nach der Größe von {file} gefragt</translation>
    </message>
    <message>
        <source>asked for {file}, and fell silent</source>
        <translation>hat nach {file} gefragt und ist verstummt</translation>
    </message>
    <message>
        <source>asked for {file}{why}</source>
        <translation>hat nach {file} gefragt{why}</translation>
    </message>
    <message>
        <source>asks as {kind} {name}</source>
        <translation>fragt als {kind} {name}</translation>
    </message>
    <message>
        <source>asks for a FOG user&apos;s password</source>
        <translation>fragt nach dem Passwort eines FOG-Benutzers</translation>
    </message>
    <message>
        <source>asks for a file by IPv6</source>
        <translation>fragt über IPv6 nach einer Datei</translation>
    </message>
    <message>
        <source>asks {server} for {name} by TFTP</source>
        <translation>fragt {server} per TFTP nach {name}</translation>
    </message>
    <message>
        <source>asks {server} for {target}</source>
        <translation>fragt {server} nach {target}</translation>
    </message>
    <message>
        <source>asks {server} on port 4011 for its boot file</source>
        <translation>fragt {server} auf Port 4011 nach seiner Boot-Datei</translation>
    </message>
    <message>
        <source>asks {server} on port {port} for its boot file</source>
        <translation>fragt {server} auf Port {port} nach seiner Boot-Datei</translation>
    </message>
    <message>
        <source>asks {server} on port {port}{item}{often}</source>
        <translation>fragt {server} auf Port {port}{item}{often}</translation>
    </message>
    <message>
        <source>at most {longest} bytes; letters with accents take two or more</source>
        <translation>höchstens {longest} Byte; Umlaute und Akzente brauchen zwei oder mehr</translation>
    </message>
    <message>
        <source>at most {most} bytes</source>
        <translation>höchstens {most} Byte</translation>
    </message>
    <message>
        <source>at most {places}, or more columns or rows</source>
        <translation>höchstens {places}, oder mehr Spalten oder Reihen</translation>
    </message>
    <message>
        <source>attempt {number} before this one failed: {value}</source>
        <translation>Versuch {number} vor diesem schlug fehl: {value}</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>backslashes read as slashes</source>
        <translation>umgekehrte Schrägstriche als Schrägstriche gelesen</translation>
    </message>
    <message>
        <source>began to load {file}, {size}</source>
        <translation>begann {file} zu laden, {size}</translation>
    </message>
    <message>
        <source>boot server</source>
        <translation>Boot-Server</translation>
    </message>
    <message>
        <source>boot server of type {type}, </source>
        <translation>Bootserver vom Typ {type}, </translation>
    </message>
    <message>
        <source>both ends, or neither</source>
        <translation>beide Enden oder keines</translation>
    </message>
    <message>
        <source>both, or 0 for no seats</source>
        <translation>beide, oder 0 für keine Plätze</translation>
    </message>
    <message>
        <source>broken off by the client</source>
        <translation>vom Client abgebrochen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>capital and small letters taken as equal</source>
        <translation>große und kleine Buchstaben gleich genommen</translation>
    </message>
    <message>
        <source>certificate of https</source>
        <translation>Zertifikat von https</translation>
    </message>
    <message>
        <source>checks its disk&apos;s file systems</source>
        <translation>prüft die Dateisysteme seiner Platte</translation>
    </message>
    <message>
        <source>columns and rows in [room]</source>
        <translation>columns und rows in [room]</translation>
    </message>
    <message>
        <source>default.ipxe by HTTP</source>
        <translation>default.ipxe per HTTP</translation>
    </message>
    <message>
        <source>default.ipxe by TFTP</source>
        <translation>default.ipxe per TFTP</translation>
    </message>
    <message>
        <source>did not get {file}: {reason}</source>
        <translation>hat {file} nicht bekommen: {reason}</translation>
    </message>
    <message>
        <source>direct</source>
        <translation>direkt</translation>
    </message>
    <message>
        <source>dnsmasq asks for {wished}.0, for which a symlink was needed; here it is {name} itself.</source>
        <translation>dnsmasq fragt nach {wished}.0, wofür ein Symlink nötig war; hier ist es {name} selbst.</translation>
    </message>
    <message>
        <source>dnsmasq gives {name} to every firmware; only {words} can run it, and only that gets it here.</source>
        <translation>dnsmasq gibt {name} jeder Firmware; ausführen kann es nur {words}, und nur die bekommt es hier.</translation>
    </message>
    <message>
        <source>dnsmasq has no such directive.{hint}</source>
        <translation>dnsmasq kennt keine solche Direktive.{hint}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>each architecture in one rule only, with special cases (mac, uuid) before it</source>
        <translation>jede Architektur nur in einer Regel, mit Sonderfällen (mac, uuid) davor</translation>
    </message>
    <message>
        <source>each name once</source>
        <translation>jeden Namen einmal</translation>
    </message>
    <message>
        <source>each once</source>
        <translation>jeden Wert einmal</translation>
    </message>
    <message>
        <source>either this server or entries in [pxe_menu], and &quot;&quot; for none</source>
        <translation>entweder diesen Server oder Einträge in [pxe_menu], und &quot;&quot; für keinen</translation>
    </message>
    <message>
        <source>empties the password of a Windows account</source>
        <translation>leert das Passwort eines Windows-Kontos</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>every computer that boots by PXE</source>
        <translation>jeder Computer, der per PXE startet</translation>
    </message>
    <message>
        <source>every computer that names its architecture</source>
        <translation>jeder Computer, der seine Architektur nennt</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>exactly one of text, hex and addresses</source>
        <translation>genau eines von text, hex und addresses</translation>
    </message>
    <message>
        <source>far fewer entries</source>
        <translation>weit weniger Einträge</translation>
    </message>
    <message>
        <source>fewer or shorter entries</source>
        <translation>weniger oder kürzere Einträge</translation>
    </message>
    <message>
        <source>file, script, shape, next_server or ignore in it</source>
        <translation>file, script, shape, next_server oder ignore hinein</translation>
    </message>
    <message>
        <source>files are only read here</source>
        <translation>hier werden Dateien nur gelesen</translation>
    </message>
    <message>
        <source>files below the TFTP folder, or addresses</source>
        <translation>Dateien unter dem TFTP-Ordner oder Adressen</translation>
    </message>
    <message>
        <source>fog-ip in boot.php</source>
        <translation>fog-ip in boot.php</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>für immer</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>für {time}</translation>
    </message>
    <message>
        <source>found by broadcast</source>
        <translation>per Broadcast gesucht</translation>
    </message>
    <message>
        <source>from the folder for this computer</source>
        <translation>aus dem Ordner für diesen Computer</translation>
    </message>
    <message>
        <source>ftp= in boot.php</source>
        <translation>ftp= in boot.php</translation>
    </message>
    <message>
        <source>hardware addresses</source>
        <translation>Hardwareadressen</translation>
    </message>
    <message>
        <source>iPXE asked a server (for a file, a name or a menu entry), and no answer came.</source>
        <translation>iPXE hat einen Server gefragt (nach Datei, Namen oder Menüeintrag), und es kam keine Antwort.</translation>
    </message>
    <message>
        <source>iPXE asks for network boot</source>
        <translation>iPXE fragt nach Netzwerk-Boot</translation>
    </message>
    <message>
        <source>iPXE cannot be ignored apart from the firmware that loads it.</source>
        <translation>iPXE kann nicht getrennt von der Firmware übergangen werden, die es lädt.</translation>
    </message>
    <message>
        <source>iPXE does not know that kind of URL or command.</source>
        <translation>iPXE kennt diese Art von URL oder Befehl nicht.</translation>
    </message>
    <message>
        <source>iPXE does not trust the server&apos;s certificate or a signature.</source>
        <translation>iPXE vertraut dem Zertifikat des Servers oder einer Signatur nicht.</translation>
    </message>
    <message>
        <source>iPXE gets its settings from scripts; only the priority of these answers is sent.</source>
        <translation>iPXE bekommt seine Einstellungen aus Skripten; gesendet wird nur der Vorrang dieser Antworten.</translation>
    </message>
    <message>
        <source>iPXE got no address: nobody answered its DHCP requests.</source>
        <translation>iPXE bekam keine Adresse: Niemand hat seine DHCP-Anfragen beantwortet.</translation>
    </message>
    <message>
        <source>iPXE has an address, and nobody named a boot file in time.</source>
        <translation>iPXE hat eine Adresse, und niemand hat rechtzeitig eine Boot-Datei genannt.</translation>
    </message>
    <message>
        <source>iPXE has no driver for the network card, or all cards failed.</source>
        <translation>iPXE hat keinen Treiber für die Netzwerkkarte, oder alle Karten haben versagt.</translation>
    </message>
    <message>
        <source>iPXE in a card is led on to it too.</source>
        <translation>Auch iPXE in einer Karte wird dorthin weitergeführt.</translation>
    </message>
    <message>
        <source>iPXE is given {file} again and again instead of a script; it was loaded {times} times.</source>
        <translation>iPXE bekommt statt eines Skripts immer wieder {file}; es wurde {times} Mal geladen.</translation>
    </message>
    <message>
        <source>iPXE is running and asks for the menu</source>
        <translation>iPXE läuft und fragt nach dem Menü</translation>
    </message>
    <message>
        <source>iPXE is told apart from firmware without being asked to.</source>
        <translation>iPXE wird ohnehin von Firmware unterschieden.</translation>
    </message>
    <message>
        <source>iPXE is told to prefer these answers anyway.</source>
        <translation>iPXE wird ohnehin gesagt, diese Antworten vorzuziehen.</translation>
    </message>
    <message>
        <source>iPXE knows no way to that server: it has no address yet, or no gateway.</source>
        <translation>iPXE kennt keinen Weg zu jenem Server: Es hat noch keine Adresse oder kein Gateway.</translation>
    </message>
    <message>
        <source>iPXE loaded something that it cannot run here: for another architecture, without a feature it needs, or no program.</source>
        <translation>iPXE lud etwas, das es hier nicht ausführen kann: für eine andere Architektur, ohne nötige Funktion, oder kein Programm.</translation>
    </message>
    <message>
        <source>iPXE looks for the boot server of a menu entry and gets no answer it can use.</source>
        <translation>iPXE sucht den Boot-Server eines Menüeintrags und bekommt keine brauchbare Antwort.</translation>
    </message>
    <message>
        <source>iPXE opens http, https, tftp, ftp and nfs addresses only.</source>
        <translation>iPXE öffnet nur Adressen mit http, https, tftp, ftp und nfs.</translation>
    </message>
    <message>
        <source>iPXE was built without a feature that the script wants, such as HTTPS.</source>
        <translation>iPXE wurde ohne eine Funktion gebaut, die das Skript will, etwa HTTPS.</translation>
    </message>
    <message>
        <source>iPXE: a name in a URL is not known to the DNS server of the lease.</source>
        <translation>iPXE: Einen Namen in einer URL kennt der DNS-Server der Lease nicht.</translation>
    </message>
    <message>
        <source>iPXE: nobody answers at the address of that server.</source>
        <translation>iPXE: Unter der Adresse dieses Servers antwortet niemand.</translation>
    </message>
    <message>
        <source>iPXE: nothing listens on that port of the server.</source>
        <translation>iPXE: Auf diesem Port des Servers hört nichts.</translation>
    </message>
    <message>
        <source>iPXE: something in the script or in the answer cannot be understood, such as an empty next server.</source>
        <translation>iPXE: Etwas im Skript oder in der Antwort ist nicht zu verstehen, etwa ein leerer nächster Server.</translation>
    </message>
    <message>
        <source>iPXE: the card has no link yet.</source>
        <translation>iPXE: Die Karte hat noch keine Verbindung.</translation>
    </message>
    <message>
        <source>iPXE: the card has no link, or the connection is gone.</source>
        <translation>iPXE: Die Karte hat keine Verbindung, oder sie ist abgebrochen.</translation>
    </message>
    <message>
        <source>iPXE: the firmware refused what iPXE asked of it, often to start a program that Secure Boot does not trust.</source>
        <translation>iPXE: Die Firmware lehnte ab, was iPXE von ihr wollte, oft den Start eines Programms, dem Secure Boot nicht traut.</translation>
    </message>
    <message>
        <source>iPXE: the server broke off or answered with an error of its own, such as HTTP 500.</source>
        <translation>iPXE: Der Server brach ab oder antwortete mit einem eigenen Fehler, etwa HTTP 500.</translation>
    </message>
    <message>
        <source>iPXE: the server does not have that file.</source>
        <translation>iPXE: Der Server hat diese Datei nicht.</translation>
    </message>
    <message>
        <source>iPXE: the server refuses (HTTP 401 or 403, or a signature was not accepted).</source>
        <translation>iPXE: Der Server lehnt ab (HTTP 401 oder 403, oder eine Signatur wurde nicht angenommen).</translation>
    </message>
    <message>
        <source>iPXE: the server, or something between, broke the connection.</source>
        <translation>iPXE: Der Server oder etwas dazwischen hat die Verbindung abgebrochen.</translation>
    </message>
    <message>
        <source>iPXE: there is not enough memory for what was loaded.</source>
        <translation>iPXE: Der Speicher reicht nicht für das Geladene.</translation>
    </message>
    <message>
        <source>in a state that is not known</source>
        <translation>in einem unbekannten Zustand</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>is registered</source>
        <translation>wird registriert</translation>
    </message>
    <message>
        <source>it</source>
        <translation>er</translation>
    </message>
    <message>
        <source>it as one plain line; a backslash between double quotes is written twice</source>
        <translation>es als eine einfache Zeile; ein umgekehrter Schrägstrich zwischen doppelten Anführungszeichen steht doppelt</translation>
    </message>
    <message>
        <source>it asks for Apple NetBoot, which is not supported</source>
        <translation>er fragt nach Apple NetBoot, das nicht unterstützt wird</translation>
    </message>
    <message>
        <source>it asks for UEFI HTTP boot on port 4011, where that is not done</source>
        <translation>er fragt auf Port 4011 nach UEFI HTTP Boot, wo es das nicht gibt</translation>
    </message>
    <message>
        <source>it asks for UEFI HTTP boot, which is not offered</source>
        <translation>er fragt nach UEFI HTTP Boot, das nicht angeboten wird</translation>
    </message>
    <message>
        <source>it asks for a lease without naming an address</source>
        <translation>er fragt nach einer Lease, ohne eine Adresse zu nennen</translation>
    </message>
    <message>
        <source>it asks for its script</source>
        <translation>er fragt nach seinem Skript</translation>
    </message>
    <message>
        <source>it asks for the file itself</source>
        <translation>er fragt nach der Datei selbst</translation>
    </message>
    <message>
        <source>it asks for {file}</source>
        <translation>er fragt nach {file}</translation>
    </message>
    <message>
        <source>it asks on port 4011</source>
        <translation>er fragt auf Port 4011</translation>
    </message>
    <message>
        <source>it asks on port 4011 from outside this network and all listed ones</source>
        <translation>er fragt auf Port 4011 von außerhalb dieses und aller aufgeführten Netzwerke</translation>
    </message>
    <message>
        <source>it asks through a relay that claims to be this machine</source>
        <translation>er fragt über ein Relay, das vorgibt, dieser Rechner zu sein</translation>
    </message>
    <message>
        <source>it asks through a relay, and a private network has none</source>
        <translation>er fragt über ein Relay, und ein privates Netzwerk hat keines</translation>
    </message>
    <message>
        <source>it asks through a relay, and no listed network holds that relay</source>
        <translation>er fragt über ein Relay, und kein aufgeführtes Netzwerk enthält es</translation>
    </message>
    <message>
        <source>it asks us for an address, and we give none</source>
        <translation>er fragt uns nach einer Adresse, und wir geben keine</translation>
    </message>
    <message>
        <source>it asks {server} for {file}</source>
        <translation>er fragt {server} nach {file}</translation>
    </message>
    <message>
        <source>it cannot be read ({reason})</source>
        <translation>sie ist nicht lesbar ({reason})</translation>
    </message>
    <message>
        <source>it chose from a boot menu that is not ours</source>
        <translation>er wählte aus einem Boot-Menü, das nicht unseres ist</translation>
    </message>
    <message>
        <source>it chose to boot from its own disk</source>
        <translation>er wählte, von der eigenen Platte zu booten</translation>
    </message>
    <message>
        <source>it did not ask for network boot</source>
        <translation>er hat nicht nach Netzwerk-Boot gefragt</translation>
    </message>
    <message>
        <source>it did not say which architecture it is</source>
        <translation>er hat nicht gesagt, welche Architektur er hat</translation>
    </message>
    <message>
        <source>it does not answer</source>
        <translation>er antwortet nicht</translation>
    </message>
    <message>
        <source>it does not belong to this network</source>
        <translation>sie gehört nicht zu diesem Netzwerk</translation>
    </message>
    <message>
        <source>it does not fit the other end of the range</source>
        <translation>er passt nicht zum anderen Ende des Bereichs</translation>
    </message>
    <message>
        <source>it does not say which server it is from (no option 54)</source>
        <translation>es sagt nicht, von welchem Server es ist (keine Option 54)</translation>
    </message>
    <message>
        <source>it does what FOG&apos;s boot.php says</source>
        <translation>er tut, was boot.php von FOG sagt</translation>
    </message>
    <message>
        <source>it ends after {size_bytes} bytes</source>
        <translation>sie endet nach {size_bytes} Byte</translation>
    </message>
    <message>
        <source>it gave no hardware address</source>
        <translation>er hat keine Hardware-Adresse genannt</translation>
    </message>
    <message>
        <source>it goes on too long</source>
        <translation>es hört zu spät auf</translation>
    </message>
    <message>
        <source>it had its offers when the capture ends</source>
        <translation>er hatte seine Angebote, als der Mitschnitt endet</translation>
    </message>
    <message>
        <source>it has a backslash</source>
        <translation>ein umgekehrter Schrägstrich steht darin</translation>
    </message>
    <message>
        <source>it has a control character</source>
        <translation>sie enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>it has a line break or another control character</source>
        <translation>ein Zeilenumbruch oder anderes Steuerzeichen steht darin</translation>
    </message>
    <message>
        <source>it has more than {most} directives</source>
        <translation>sie hat mehr als {most} Direktiven</translation>
    </message>
    <message>
        <source>it has no value</source>
        <translation>es fehlt der Wert</translation>
    </message>
    <message>
        <source>it has only blanks</source>
        <translation>es besteht nur aus Leerzeichen</translation>
    </message>
    <message>
        <source>it has only just asked when the capture ends</source>
        <translation>er hatte eben erst gefragt, als der Mitschnitt endet</translation>
    </message>
    <message>
        <source>it has only {size_bytes} bytes</source>
        <translation>sie hat nur {size_bytes} Byte</translation>
    </message>
    <message>
        <source>it has the address {address}</source>
        <translation>er hat die Adresse {address}</translation>
    </message>
    <message>
        <source>it has {count} lines and not two</source>
        <translation>sie hat {count} Zeilen und nicht zwei</translation>
    </message>
    <message>
        <source>it has {length} octets, and UEFI takes no more than {longest_reply}</source>
        <translation>es hat {length} Byte, und UEFI nimmt höchstens {longest_reply}</translation>
    </message>
    <message>
        <source>it has {size}, more than a BIOS can load</source>
        <translation>sie hat {size}, mehr als ein BIOS laden kann</translation>
    </message>
    <message>
        <source>it holds a prompt without a menu</source>
        <translation>es enthält eine Aufforderung ohne Menü</translation>
    </message>
    <message>
        <source>it holds binary data</source>
        <translation>sie enthält Binärdaten</translation>
    </message>
    <message>
        <source>it holds only zeros</source>
        <translation>sie enthält nur Nullen</translation>
    </message>
    <message>
        <source>it is a CD image, which firmware cannot load as a boot program</source>
        <translation>sie ist ein CD-Abbild, das Firmware nicht als Bootprogramm laden kann</translation>
    </message>
    <message>
        <source>it is a Linux kernel, which firmware cannot load as a boot program</source>
        <translation>sie ist ein Linux-Kernel, den Firmware nicht als Bootprogramm laden kann</translation>
    </message>
    <message>
        <source>it is a Linux program (ELF), not a boot program</source>
        <translation>sie ist ein Linux-Programm (ELF), kein Bootprogramm</translation>
    </message>
    <message>
        <source>it is a Windows program, not an EFI program</source>
        <translation>sie ist ein Windows-Programm, kein EFI-Programm</translation>
    </message>
    <message>
        <source>it is a package that was never unpacked</source>
        <translation>sie ist ein Paket, das nie ausgepackt wurde</translation>
    </message>
    <message>
        <source>it is a packed file (bzip2)</source>
        <translation>sie ist gepackt (bzip2)</translation>
    </message>
    <message>
        <source>it is a packed file (gzip)</source>
        <translation>sie ist gepackt (gzip)</translation>
    </message>
    <message>
        <source>it is a packed file (xz)</source>
        <translation>sie ist gepackt (xz)</translation>
    </message>
    <message>
        <source>it is a packed file (zip)</source>
        <translation>sie ist gepackt (zip)</translation>
    </message>
    <message>
        <source>it is a packed file (zstd)</source>
        <translation>sie ist gepackt (zstd)</translation>
    </message>
    <message>
        <source>it is a placeholder of git, not the file itself</source>
        <translation>sie ist ein Platzhalter von git, nicht die Datei selbst</translation>
    </message>
    <message>
        <source>it is a script for iPXE, which firmware cannot run</source>
        <translation>sie ist ein Skript für iPXE, das Firmware nicht ausführen kann</translation>
    </message>
    <message>
        <source>it is a text file, not a boot program</source>
        <translation>sie ist eine Textdatei, kein Bootprogramm</translation>
    </message>
    <message>
        <source>it is a web page; a download went wrong</source>
        <translation>sie ist eine Webseite; ein Download ging schief</translation>
    </message>
    <message>
        <source>it is another card now</source>
        <translation>es ist jetzt eine andere Karte</translation>
    </message>
    <message>
        <source>it is another version of HTTP</source>
        <translation>es ist eine andere Version von HTTP</translation>
    </message>
    <message>
        <source>it is cut short inside its header: {size_bytes} bytes</source>
        <translation>sie ist mitten im Kopf abgeschnitten: {size_bytes} Byte</translation>
    </message>
    <message>
        <source>it is cut short: {size_bytes} of at least {needed} bytes</source>
        <translation>sie ist abgeschnitten: {size_bytes} von mindestens {needed} Byte</translation>
    </message>
    <message>
        <source>it is done and goes to its own disk</source>
        <translation>er ist fertig und startet von der eigenen Platte</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is larger than a megabyte</source>
        <translation>sie ist größer als ein Megabyte</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>es fehlt</translation>
    </message>
    <message>
        <source>it is neither [table], key = value, nor a # comment</source>
        <translation>es ist weder [Tabelle] noch Schlüssel = Wert noch ein Kommentar mit #</translation>
    </message>
    <message>
        <source>it is no domain</source>
        <translation>es ist keine Domäne</translation>
    </message>
    <message>
        <source>it is no hexadecimal value</source>
        <translation>es ist kein hexadezimaler Wert</translation>
    </message>
    <message>
        <source>it is no host name</source>
        <translation>es ist kein Hostname</translation>
    </message>
    <message>
        <source>it is no plain text</source>
        <translation>sie ist kein reiner Text</translation>
    </message>
    <message>
        <source>it is no request of HTTP</source>
        <translation>es ist keine Anfrage von HTTP</translation>
    </message>
    <message>
        <source>it is no sound archive ({problem})</source>
        <translation>sie ist kein unbeschädigtes Archiv ({problem})</translation>
    </message>
    <message>
        <source>it is not an EFI program (no PE header)</source>
        <translation>sie ist kein EFI-Programm (kein PE-Kopf)</translation>
    </message>
    <message>
        <source>it is not free for this computer</source>
        <translation>sie ist für diesen Computer nicht frei</translation>
    </message>
    <message>
        <source>it is not on the list of computers that may boot</source>
        <translation>er steht nicht auf der Liste der Computer, die booten dürfen</translation>
    </message>
    <message>
        <source>it is not the address of a FOG server</source>
        <translation>es ist nicht die Adresse eines FOG-Servers</translation>
    </message>
    <message>
        <source>it is on the list of computers that are left alone</source>
        <translation>er steht auf der Liste der Computer, die übergangen werden</translation>
    </message>
    <message>
        <source>it is {count} bytes long</source>
        <translation>es ist {count} Byte lang</translation>
    </message>
    <message>
        <source>it is {time}</source>
        <translation>es ist {time}</translation>
    </message>
    <message>
        <source>it is {what}</source>
        <translation>es ist {what}</translation>
    </message>
    <message>
        <source>it is {what}, not a list of tables</source>
        <translation>es ist {what}, keine Liste von Tabellen</translation>
    </message>
    <message>
        <source>it is {what}, not a table</source>
        <translation>es ist {what}, keine Tabelle</translation>
    </message>
    <message>
        <source>it lacks the class HTTPClient (option 60)</source>
        <translation>ihm fehlt die Klasse HTTPClient (Option 60)</translation>
    </message>
    <message>
        <source>it lacks the class PXEClient (option 60)</source>
        <translation>ihm fehlt die Klasse PXEClient (Option 60)</translation>
    </message>
    <message>
        <source>it leads out of the TFTP folder</source>
        <translation>es führt aus dem TFTP-Ordner hinaus</translation>
    </message>
    <message>
        <source>it lies outside the folder</source>
        <translation>sie liegt außerhalb des Ordners</translation>
    </message>
    <message>
        <source>it loads the same file again and again</source>
        <translation>er lädt dieselbe Datei immer wieder</translation>
    </message>
    <message>
        <source>it looks for its menu entry by broadcast, which the menu does not allow</source>
        <translation>er sucht seinen Menüeintrag per Broadcast, was das Menü nicht erlaubt</translation>
    </message>
    <message>
        <source>it looks up {name}, and DNS does not tell its address</source>
        <translation>er sucht {name}, und DNS nennt dazu keine Adresse</translation>
    </message>
    <message>
        <source>it names a file and no server to load it from (siaddr is 0.0.0.0)</source>
        <translation>es nennt eine Datei und keinen Server dafür (siaddr ist 0.0.0.0)</translation>
    </message>
    <message>
        <source>it names a size of the file (option 13) that is not the file&apos;s</source>
        <translation>es nennt eine Größe der Datei (Option 13), die nicht ihre ist</translation>
    </message>
    <message>
        <source>it names neither a file nor a menu</source>
        <translation>es nennt weder eine Datei noch ein Menü</translation>
    </message>
    <message>
        <source>it names no seat</source>
        <translation>sie nennt keinen Platz</translation>
    </message>
    <message>
        <source>it names no server to load from (neither siaddr nor option 54)</source>
        <translation>es nennt keinen Server zum Laden (weder siaddr noch Option 54)</translation>
    </message>
    <message>
        <source>it names no server to load from (siaddr is 0.0.0.0)</source>
        <translation>es nennt keinen Server zum Laden (siaddr ist 0.0.0.0)</translation>
    </message>
    <message>
        <source>it only asked for settings, on port 67</source>
        <translation>er hat nur nach Einstellungen gefragt, auf Port 67</translation>
    </message>
    <message>
        <source>it runs {file}</source>
        <translation>er führt {file} aus</translation>
    </message>
    <message>
        <source>it says that its file is to be loaded at once, and names none</source>
        <translation>es sagt, seine Datei sei sofort zu laden, und nennt keine</translation>
    </message>
    <message>
        <source>it sent a message that a proxy does not answer</source>
        <translation>er sandte eine Nachricht, auf die ein Proxy nicht antwortet</translation>
    </message>
    <message>
        <source>it sent a reply, not a request</source>
        <translation>er sandte eine Antwort, keine Anfrage</translation>
    </message>
    <message>
        <source>it sent no DHCP message type</source>
        <translation>er nannte keinen Typ der DHCP-Nachricht</translation>
    </message>
    <message>
        <source>it starts what it loaded ({file})</source>
        <translation>er startet, was er geladen hat ({file})</translation>
    </message>
    <message>
        <source>it takes an address from a DHCP server</source>
        <translation>er nimmt eine Adresse von einem DHCP-Server</translation>
    </message>
    <message>
        <source>it took longer than {limit_s:.0f} seconds</source>
        <translation>es dauerte länger als {limit_s:.0f} Sekunden</translation>
    </message>
    <message>
        <source>it tries again, or another entry</source>
        <translation>er versucht es noch einmal, oder einen anderen Eintrag</translation>
    </message>
    <message>
        <source>it tries again, or another file</source>
        <translation>er versucht es noch einmal, oder eine andere Datei</translation>
    </message>
    <message>
        <source>it wants a download by multicast, which UEFI does not have</source>
        <translation>es will einen Download per Multicast, den UEFI nicht hat</translation>
    </message>
    <message>
        <source>it wants its menu entry with credentials, which are not offered</source>
        <translation>er will seinen Menüeintrag mit Zugangsdaten, die nicht angeboten werden</translation>
    </message>
    <message>
        <source>it was sent to {destination}, and UEFI hears only 255.255.255.255</source>
        <translation>es ging an {destination}, und UEFI hört nur 255.255.255.255</translation>
    </message>
    <message>
        <source>it with %20 for each blank</source>
        <translation>sie mit %20 für jedes Leerzeichen</translation>
    </message>
    <message>
        <source>it with / instead</source>
        <translation>stattdessen /</translation>
    </message>
    <message>
        <source>it would not read back the same</source>
        <translation>zurückgelesen wäre es nicht dasselbe</translation>
    </message>
    <message>
        <source>its SHA-256 is not that of the manifest</source>
        <translation>ihr SHA-256 ist nicht der des Manifests</translation>
    </message>
    <message>
        <source>its address is another now</source>
        <translation>ihre Adresse ist jetzt eine andere</translation>
    </message>
    <message>
        <source>its architecture option (93) cannot be read</source>
        <translation>seine Option zur Architektur (93) ist nicht lesbar</translation>
    </message>
    <message>
        <source>its boot file</source>
        <translation>seiner Boot-Datei</translation>
    </message>
    <message>
        <source>its boot files</source>
        <translation>seinen Boot-Dateien</translation>
    </message>
    <message>
        <source>its class is PXEClient, and HTTP Boot wants HTTPClient (option 60)</source>
        <translation>seine Klasse ist PXEClient, und HTTP Boot will HTTPClient (Option 60)</translation>
    </message>
    <message>
        <source>its file came by IPv6</source>
        <translation>seine Datei kam über IPv6</translation>
    </message>
    <message>
        <source>its first line names no column seat</source>
        <translation>ihre erste Zeile nennt keine Spalte seat</translation>
    </message>
    <message>
        <source>its header is damaged (neither PE32 nor PE32+)</source>
        <translation>ihr Kopf ist beschädigt (weder PE32 noch PE32+)</translation>
    </message>
    <message>
        <source>its header is damaged (section count)</source>
        <translation>ihr Kopf ist beschädigt (Zahl der Abschnitte)</translation>
    </message>
    <message>
        <source>its header is damaged (too short)</source>
        <translation>ihr Kopf ist beschädigt (zu kurz)</translation>
    </message>
    <message>
        <source>its header is not one of an EFI program (no PE signature)</source>
        <translation>ihr Kopf ist nicht der eines EFI-Programms (keine PE-Signatur)</translation>
    </message>
    <message>
        <source>its menu has an entry (type {missing}) for which it lists no server</source>
        <translation>sein Menü hat einen Eintrag (Typ {missing}), für den es keinen Server nennt</translation>
    </message>
    <message>
        <source>its menu wants servers to be found by multicast, and names no group</source>
        <translation>sein Menü will Server per Multicast suchen lassen und nennt keine Gruppe</translation>
    </message>
    <message>
        <source>its option 43 holds neither a menu nor the order to load the file at once</source>
        <translation>seine Option 43 enthält weder ein Menü noch die Anweisung, die Datei sofort zu laden</translation>
    </message>
    <message>
        <source>its option 43 holds sub-option {doubled} twice, with different values</source>
        <translation>seine Option 43 enthält Unteroption {doubled} zweimal, mit verschiedenen Werten</translation>
    </message>
    <message>
        <source>its own boot files</source>
        <translation>die eigenen Boot-Dateien</translation>
    </message>
    <message>
        <source>its size only, as firmware asks first</source>
        <translation>nur die Größe, wie Firmware zuerst fragt</translation>
    </message>
    <message>
        <source>its tags are for other architectures</source>
        <translation>ihre Tags gelten für andere Architekturen</translation>
    </message>
    <message>
        <source>its tags have too many meanings</source>
        <translation>ihre Tags haben zu viele Bedeutungen</translation>
    </message>
    <message>
        <source>joins the multicast of {image}{port}, which is written over its disk</source>
        <translation>nimmt am Multicast von {image}{port} teil, das auf seine Platte geschrieben wird</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>fehlt er</translation>
    </message>
    <message>
        <source>letters, digits, - and _, such as pc-07</source>
        <translation>Buchstaben, Ziffern, - und _, wie pc-07</translation>
    </message>
    <message>
        <source>line {line_num} is no line of a table ({problem})</source>
        <translation>Zeile {line_num} ist keine Zeile einer Tabelle ({problem})</translation>
    </message>
    <message>
        <source>line {line} has this hardware address already; computers that share a dock need both UUIDs</source>
        <translation>Zeile {line} hat diese Hardwareadresse schon; Computer an einem gemeinsamen Dock brauchen beide UUIDs</translation>
    </message>
    <message>
        <source>line {other} has this UUID already</source>
        <translation>Zeile {other} hat diese UUID schon</translation>
    </message>
    <message>
        <source>line {other} has this seat already</source>
        <translation>Zeile {other} hat diesen Platz schon</translation>
    </message>
    <message>
        <source>loaded {file}, {size} in {duration_s} s</source>
        <translation>hat {file} geladen, {size} in {duration_s} s</translation>
    </message>
    <message>
        <source>loads {name}, {whole} times in all</source>
        <translation>lädt {name}, insgesamt {whole} Mal</translation>
    </message>
    <message>
        <source>looks for bad blocks on its disk</source>
        <translation>sucht nach schlechten Blöcken auf seiner Platte</translation>
    </message>
    <message>
        <source>looks for the server of the menu entry that was chosen</source>
        <translation>sucht den Server des gewählten Menüeintrags</translation>
    </message>
    <message>
        <source>looks for viruses</source>
        <translation>sucht nach Viren</translation>
    </message>
    <message>
        <source>looks for {server}, and nobody answers</source>
        <translation>sucht {server}, und niemand antwortet</translation>
    </message>
    <message>
        <source>looks for {target}</source>
        <translation>sucht {target}</translation>
    </message>
    <message>
        <source>looks for {target}, and nobody answers</source>
        <translation>sucht {target}, und niemand antwortet</translation>
    </message>
    <message>
        <source>looks for {target}, which the menu lists, and nobody answers</source>
        <translation>sucht {target} aus dem Menü, und niemand antwortet</translation>
    </message>
    <message>
        <source>many boards have this number, so it tells nobody apart</source>
        <translation>viele Platinen haben diese Nummer, sie unterscheidet also niemanden</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>must be there</source>
        <translation>muss da sein</translation>
    </message>
    <message>
        <source>names get longer than {most} characters</source>
        <translation>Namen werden länger als {most} Zeichen</translation>
    </message>
    <message>
        <source>names of computers</source>
        <translation>Namen von Computern</translation>
    </message>
    <message>
        <source>no FOG servers</source>
        <translation>keine FOG-Server</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>keine Adresse</translation>
    </message>
    <message>
        <source>no answer fits into the size it accepts</source>
        <translation>keine Antwort passt in die Größe, die er annimmt</translation>
    </message>
    <message>
        <source>no boot server answered (PXE-E53)</source>
        <translation>kein Boot-Server hat geantwortet (PXE-E53)</translation>
    </message>
    <message>
        <source>no computer can have all its tags at once</source>
        <translation>kein Computer kann alle ihre Tags zugleich haben</translation>
    </message>
    <message>
        <source>no computer is without the tag {name}</source>
        <translation>kein Computer ist ohne den Tag {name}</translation>
    </message>
    <message>
        <source>no entry of the menu has this text</source>
        <translation>kein Eintrag des Menüs hat diesen Text</translation>
    </message>
    <message>
        <source>no keyring of Debian&apos;s archive here</source>
        <translation>hier gibt es keinen Schlüsselbund des Debian-Archivs</translation>
    </message>
    <message>
        <source>no line sets the tag {plain}, so dnsmasq never uses it either</source>
        <translation>keine Zeile setzt den Tag {plain}, auch dnsmasq verwendet sie also nie</translation>
    </message>
    <message>
        <source>no uuid but mac for this seat</source>
        <translation>für diesen Platz keine uuid, sondern mac</translation>
    </message>
    <message>
        <source>no way leads to it from this laptop</source>
        <translation>von diesem Laptop führt kein Weg dorthin</translation>
    </message>
    <message>
        <source>nobody has approved it</source>
        <translation>niemand hat ihn freigegeben</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>not registered</source>
        <translation>nicht registriert</translation>
    </message>
    <message>
        <source>not there, and need not be</source>
        <translation>nicht da, und muss es nicht sein</translation>
    </message>
    <message>
        <source>nothing is served to it</source>
        <translation>ihm wird nichts angeboten</translation>
    </message>
    <message>
        <source>nothing listens on port {port_number}</source>
        <translation>auf Port {port_number} nimmt niemand an</translation>
    </message>
    <message>
        <source>of the image</source>
        <translation>des Images</translation>
    </message>
    <message>
        <source>of unknown version</source>
        <translation>unbekannter Version</translation>
    </message>
    <message>
        <source>one address</source>
        <translation>eine Adresse</translation>
    </message>
    <message>
        <source>one has characters that no token has</source>
        <translation>einer enthält Zeichen, die kein Token hat</translation>
    </message>
    <message>
        <source>one of &quot;bios&quot;, &quot;x64&quot;, &quot;ia32&quot;, &quot;arm64&quot;, a number of option 93, or a list of them</source>
        <translation>eines von &quot;bios&quot;, &quot;x64&quot;, &quot;ia32&quot;, &quot;arm64&quot;, eine Nummer der Option 93 oder eine Liste davon</translation>
    </message>
    <message>
        <source>one of the two is missing</source>
        <translation>einer der beiden fehlt</translation>
    </message>
    <message>
        <source>one of {others}</source>
        <translation>eines von {others}</translation>
    </message>
    <message>
        <source>one such as &quot;room.example&quot;</source>
        <translation>eine wie &quot;room.example&quot;</translation>
    </message>
    <message>
        <source>opens a connection to {server}</source>
        <translation>öffnet eine Verbindung zu {server}</translation>
    </message>
    <message>
        <source>option {code} is one that network boot itself needs</source>
        <translation>die Option {code} braucht der Netzwerkstart selbst</translation>
    </message>
    <message>
        <source>packets of our own ports</source>
        <translation>Pakete unserer eigenen Ports</translation>
    </message>
    <message>
        <source>pairs of digits such as &quot;c0 a8 01 14&quot;</source>
        <translation>Ziffernpaare wie &quot;c0 a8 01 14&quot;</translation>
    </message>
    <message>
        <source>plain words as they stand on a kernel&apos;s command line</source>
        <translation>einfache Wörter, wie sie auf der Befehlszeile eines Kernels stehen</translation>
    </message>
    <message>
        <source>port 4011 did not answer (PXE-E55)</source>
        <translation>Port 4011 hat nicht geantwortet (PXE-E55)</translation>
    </message>
    <message>
        <source>reads its disk into {image}</source>
        <translation>liest seine Platte in {image}</translation>
    </message>
    <message>
        <source>recovers deleted files from its disk</source>
        <translation>holt gelöschte Dateien von seiner Platte zurück</translation>
    </message>
    <message>
        <source>refused by the server</source>
        <translation>vom Server abgelehnt</translation>
    </message>
    <message>
        <source>registered as {host}</source>
        <translation>registriert als {host}</translation>
    </message>
    <message>
        <source>rules do not look at host names</source>
        <translation>Regeln sehen nicht auf Hostnamen</translation>
    </message>
    <message>
        <source>rules do not look at networks</source>
        <translation>Regeln sehen nicht auf Netzwerke</translation>
    </message>
    <message>
        <source>rules do not look at option 82 of relays</source>
        <translation>Regeln sehen nicht auf Option 82 von Relays</translation>
    </message>
    <message>
        <source>rules do not look at option {option}</source>
        <translation>Regeln sehen nicht auf Option {option}</translation>
    </message>
    <message>
        <source>rules do not look at user classes other than iPXE</source>
        <translation>Regeln sehen auf keine User Class außer iPXE</translation>
    </message>
    <message>
        <source>rules do not look at vendor classes of other kinds</source>
        <translation>Regeln sehen nicht auf Vendor Classes anderer Art</translation>
    </message>
    <message>
        <source>rules do not look into option {option}</source>
        <translation>Regeln sehen nicht in Option {option} hinein</translation>
    </message>
    <message>
        <source>rules know whole addresses and their beginnings, no other patterns</source>
        <translation>Regeln kennen ganze Adressen und ihre Anfänge, keine anderen Muster</translation>
    </message>
    <message>
        <source>see the sample</source>
        <translation>siehe Muster</translation>
    </message>
    <message>
        <source>setting {name}</source>
        <translation>Einstellung {name}</translation>
    </message>
    <message>
        <source>several seats would be called {quoted}</source>
        <translation>mehrere Plätze hießen {quoted}</translation>
    </message>
    <message>
        <source>shim asks for the next loader</source>
        <translation>shim fragt nach dem nächsten Loader</translation>
    </message>
    <message>
        <source>shim does not trust the next loader and wanted to ask a person, with a program that is not there.</source>
        <translation>shim vertraut dem nächsten Lader nicht und wollte einen Menschen fragen, mit einem Programm, das fehlt.</translation>
    </message>
    <message>
        <source>shim runs and does not find the next loader beside itself.</source>
        <translation>shim läuft und findet den nächsten Loader nicht neben sich.</translation>
    </message>
    <message>
        <source>shim stops: it, or what it was to start, is revoked or not trusted.</source>
        <translation>shim hält an: Es selbst oder das, was es starten sollte, ist gesperrt oder nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>shows what it consists of</source>
        <translation>zeigt, woraus er besteht</translation>
    </message>
    <message>
        <source>some, or leave {key} out for everybody</source>
        <translation>einige, oder lassen Sie {key} für alle weg</translation>
    </message>
    <message>
        <source>somebody chooses in the boot menu, or its time runs out</source>
        <translation>jemand wählt im Boot-Menü, oder dessen Zeit läuft ab</translation>
    </message>
    <message>
        <source>somebody chooses in the firmware&apos;s menu</source>
        <translation>jemand wählt im Menü der Firmware</translation>
    </message>
    <message>
        <source>something follows the value; is a quote missing?</source>
        <translation>nach dem Wert folgt etwas; fehlt ein Anführungszeichen?</translation>
    </message>
    <message>
        <source>spanning tree runs on this port</source>
        <translation>an diesem Port läuft Spanning Tree</translation>
    </message>
    <message>
        <source>standing still</source>
        <translation>steht still</translation>
    </message>
    <message>
        <source>starts a shell of the imaging system</source>
        <translation>startet eine Shell des Imaging-Systems</translation>
    </message>
    <message>
        <source>starts the imaging system</source>
        <translation>startet das Imaging-System</translation>
    </message>
    <message>
        <source>starts the imaging system with mode {mode}</source>
        <translation>startet das Imaging-System mit Modus {mode}</translation>
    </message>
    <message>
        <source>status {status}</source>
        <translation>Status {status}</translation>
    </message>
    <message>
        <source>storage node {name}</source>
        <translation>Speicherknoten {name}</translation>
    </message>
    <message>
        <source>storage= in boot.php</source>
        <translation>storage= in boot.php</translation>
    </message>
    <message>
        <source>takes its inventory</source>
        <translation>nimmt seinen Bestand auf</translation>
    </message>
    <message>
        <source>tests its memory</source>
        <translation>prüft seinen Speicher</translation>
    </message>
    <message>
        <source>the DHCP server takes its offer back (NAK)</source>
        <translation>der DHCP-Server nimmt sein Angebot zurück (NAK)</translation>
    </message>
    <message>
        <source>the DHCP server {server} says PXEClient (option 60) without option 43</source>
        <translation>der DHCP-Server {server} sagt PXEClient (Option 60) ohne Option 43</translation>
    </message>
    <message>
        <source>the address asked for is no path</source>
        <translation>die gefragte Adresse ist kein Pfad</translation>
    </message>
    <message>
        <source>the address has a blank</source>
        <translation>in der Adresse steht ein Leerzeichen</translation>
    </message>
    <message>
        <source>the address of a server, or none</source>
        <translation>die Adresse eines Servers oder keine</translation>
    </message>
    <message>
        <source>the address of its boot file is too long for a DHCP packet</source>
        <translation>die Adresse seiner Boot-Datei ist zu lang für ein DHCP-Paket</translation>
    </message>
    <message>
        <source>the address {address}</source>
        <translation>die Adresse {address}</translation>
    </message>
    <message>
        <source>the boot server</source>
        <translation>der Boot-Server</translation>
    </message>
    <message>
        <source>the capture ends in the middle</source>
        <translation>der Mitschnitt endet mittendrin</translation>
    </message>
    <message>
        <source>the capture holds only the beginnings of its packets</source>
        <translation>der Mitschnitt enthält nur die Anfänge seiner Pakete</translation>
    </message>
    <message>
        <source>the class {vendor_class}</source>
        <translation>die Klasse {vendor_class}</translation>
    </message>
    <message>
        <source>the client has chosen, and asks for the address</source>
        <translation>der Client hat gewählt und fragt nach der Adresse</translation>
    </message>
    <message>
        <source>the closing ] is missing</source>
        <translation>das schließende ] fehlt</translation>
    </message>
    <message>
        <source>the closing ] of a list is missing</source>
        <translation>das schließende ] einer Liste fehlt</translation>
    </message>
    <message>
        <source>the closing ]] is missing</source>
        <translation>das schließende ]] fehlt</translation>
    </message>
    <message>
        <source>the closing brace is missing</source>
        <translation>die schließende geschweifte Klammer fehlt</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>the closing quotes are missing</source>
        <translation>die schließenden Anführungszeichen fehlen</translation>
    </message>
    <message>
        <source>the computer broke off the connection</source>
        <translation>der Computer hat die Verbindung abgebrochen</translation>
    </message>
    <message>
        <source>the computer is there and waits</source>
        <translation>der Computer ist da und wartet</translation>
    </message>
    <message>
        <source>the computer takes it too slowly, or stopped answering</source>
        <translation>der Computer nimmt sie zu langsam an oder antwortet nicht mehr</translation>
    </message>
    <message>
        <source>the conversation</source>
        <translation>die Unterhaltung</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the entry in line {line} has the same text</source>
        <translation>der Eintrag in Zeile {line} hat denselben Text</translation>
    </message>
    <message>
        <source>the file became shorter while it was sent</source>
        <translation>die Datei wurde kürzer, während sie gesendet wurde</translation>
    </message>
    <message>
        <source>the file comes by IPv6, block by block</source>
        <translation>die Datei kommt über IPv6, Block für Block</translation>
    </message>
    <message>
        <source>the file is a program for {kinds}, and this is {arch}</source>
        <translation>die Datei ist ein Programm für {kinds}, und das ist {arch}</translation>
    </message>
    <message>
        <source>the file is no program for UEFI</source>
        <translation>die Datei ist kein Programm für UEFI</translation>
    </message>
    <message>
        <source>the file that is there is broken</source>
        <translation>die vorhandene Datei ist beschädigt</translation>
    </message>
    <message>
        <source>the file that is there is written in an unusual way</source>
        <translation>die vorhandene Datei ist auf ungewöhnliche Weise geschrieben</translation>
    </message>
    <message>
        <source>the file {file}</source>
        <translation>die Datei {file}</translation>
    </message>
    <message>
        <source>the firmware</source>
        <translation>die Firmware</translation>
    </message>
    <message>
        <source>the firmware goes on to its next way of booting</source>
        <translation>die Firmware geht zu ihrer nächsten Boot-Art über</translation>
    </message>
    <message>
        <source>the firmware goes on to its next way of booting at once</source>
        <translation>die Firmware geht sofort zu ihrer nächsten Boot-Art über</translation>
    </message>
    <message>
        <source>the firmware&apos;s HTTP Boot</source>
        <translation>HTTP Boot der Firmware</translation>
    </message>
    <message>
        <source>the firmware&apos;s menu</source>
        <translation>das Menü der Firmware</translation>
    </message>
    <message>
        <source>the firmware&apos;s menu below [pxe_menu] does not lead to a FOG server</source>
        <translation>das Firmware-Menü unter [pxe_menu] führt zu keinem FOG-Server</translation>
    </message>
    <message>
        <source>the firmware, {arch}</source>
        <translation>die Firmware, {arch}</translation>
    </message>
    <message>
        <source>the first answer that it gets</source>
        <translation>die erste Antwort, die er bekommt</translation>
    </message>
    <message>
        <source>the first request that is seen is {first_seen_s} s old: those before it were not let through</source>
        <translation>die erste sichtbare Anfrage ist {first_seen_s} s alt: die davor wurden nicht durchgelassen</translation>
    </message>
    <message>
        <source>the head of the request is too large</source>
        <translation>der Kopf der Anfrage ist zu groß</translation>
    </message>
    <message>
        <source>the host in line {line} has it already</source>
        <translation>der Host in Zeile {line} hat es schon</translation>
    </message>
    <message>
        <source>the image {image}</source>
        <translation>das Image {image}</translation>
    </message>
    <message>
        <source>the last sign of it</source>
        <translation>das letzte Zeichen von ihm</translation>
    </message>
    <message>
        <source>the lease of {server} names no server (siaddr is 0.0.0.0)</source>
        <translation>die Lease von {server} nennt keinen Server (siaddr ist 0.0.0.0)</translation>
    </message>
    <message>
        <source>the length of the request is no number</source>
        <translation>die Länge der Anfrage ist keine Zahl</translation>
    </message>
    <message>
        <source>the list is empty</source>
        <translation>die Liste ist leer</translation>
    </message>
    <message>
        <source>the local disk, by GRUB</source>
        <translation>die lokale Platte, mit GRUB</translation>
    </message>
    <message>
        <source>the local disk, by rEFInd</source>
        <translation>die lokale Platte, mit rEFInd</translation>
    </message>
    <message>
        <source>the local disk, by sanboot</source>
        <translation>die lokale Platte, mit sanboot</translation>
    </message>
    <message>
        <source>the log</source>
        <translation>das Protokoll</translation>
    </message>
    <message>
        <source>the machine</source>
        <translation>die Maschine</translation>
    </message>
    <message>
        <source>the menu of {server} has the local disk in it</source>
        <translation>im Menü von {server} steht die lokale Platte</translation>
    </message>
    <message>
        <source>the name has a broken escape</source>
        <translation>der Name enthält ein fehlerhaftes Fluchtzeichen</translation>
    </message>
    <message>
        <source>the name has a colon</source>
        <translation>der Name enthält einen Doppelpunkt</translation>
    </message>
    <message>
        <source>the name has a quoted separator</source>
        <translation>der Name enthält ein maskiertes Trennzeichen</translation>
    </message>
    <message>
        <source>the name has a zero</source>
        <translation>der Name enthält eine Null</translation>
    </message>
    <message>
        <source>the name has control characters</source>
        <translation>der Name enthält Steuerzeichen</translation>
    </message>
    <message>
        <source>the name has too many folders</source>
        <translation>der Name enthält zu viele Ordner</translation>
    </message>
    <message>
        <source>the name is empty</source>
        <translation>der Name ist leer</translation>
    </message>
    <message>
        <source>the name is longer than {most} bytes, the room there is in a packet</source>
        <translation>der Name ist länger als {most} Byte, der Platz in einem Paket</translation>
    </message>
    <message>
        <source>the name is not UTF-8</source>
        <translation>der Name ist kein UTF-8</translation>
    </message>
    <message>
        <source>the name is not one of a file</source>
        <translation>der Name ist nicht der einer Datei</translation>
    </message>
    <message>
        <source>the name is one of a device</source>
        <translation>der Name ist der eines Geräts</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>the name leads out of the boot folder</source>
        <translation>der Name führt aus dem Boot-Ordner hinaus</translation>
    </message>
    <message>
        <source>the name leads through a link that just changed</source>
        <translation>der Name führt über eine Verknüpfung, die sich gerade änderte</translation>
    </message>
    <message>
        <source>the name leaves the boot folder</source>
        <translation>der Name verlässt den Boot-Ordner</translation>
    </message>
    <message>
        <source>the name of a file</source>
        <translation>den Namen einer Datei</translation>
    </message>
    <message>
        <source>the name of a file below the TFTP folder</source>
        <translation>den Namen einer Datei unter dem TFTP-Ordner</translation>
    </message>
    <message>
        <source>the name of a file below the TFTP folder, such as tools/memtest.efi</source>
        <translation>den Namen einer Datei unter dem TFTP-Ordner, wie tools/memtest.efi</translation>
    </message>
    <message>
        <source>the number {value}</source>
        <translation>die Zahl {value}</translation>
    </message>
    <message>
        <source>the package cannot be unpacked</source>
        <translation>das Paket lässt sich nicht auspacken</translation>
    </message>
    <message>
        <source>the package is damaged</source>
        <translation>das Paket ist beschädigt</translation>
    </message>
    <message>
        <source>the package mirror does not answer</source>
        <translation>der Paketspiegel antwortet nicht</translation>
    </message>
    <message>
        <source>the package mirror does not have {suite}</source>
        <translation>der Paketspiegel hat {suite} nicht</translation>
    </message>
    <message>
        <source>the package mirror is being updated or is damaged</source>
        <translation>der Paketspiegel wird gerade aktualisiert oder ist beschädigt</translation>
    </message>
    <message>
        <source>the package mirror or a proxy refuses us</source>
        <translation>der Paketspiegel oder ein Proxy weist uns ab</translation>
    </message>
    <message>
        <source>the package mirror&apos;s address cannot be used</source>
        <translation>die Adresse des Paketspiegels ist nicht verwendbar</translation>
    </message>
    <message>
        <source>the package mirror&apos;s name cannot be resolved</source>
        <translation>der Name des Paketspiegels lässt sich nicht auflösen</translation>
    </message>
    <message>
        <source>the package {wanted} {said} has no known file</source>
        <translation>das Paket {wanted} {said} hat keine bekannte Datei</translation>
    </message>
    <message>
        <source>the profile</source>
        <translation>das Profil</translation>
    </message>
    <message>
        <source>the request did not come to its end</source>
        <translation>die Anfrage kam nicht zu ihrem Ende</translation>
    </message>
    <message>
        <source>the request for the site&apos;s lease was answered; a proxy must stay silent</source>
        <translation>die Anfrage für die Lease des Standorts wurde beantwortet; ein Proxy muss schweigen</translation>
    </message>
    <message>
        <source>the request names no host</source>
        <translation>die Anfrage nennt keinen Host</translation>
    </message>
    <message>
        <source>the rest of the file</source>
        <translation>der Rest der Datei</translation>
    </message>
    <message>
        <source>the room has no grid of seats</source>
        <translation>der Raum hat kein Raster von Plätzen</translation>
    </message>
    <message>
        <source>the room has no more seats</source>
        <translation>der Raum hat keine weiteren Plätze</translation>
    </message>
    <message>
        <source>the room has {count} seats</source>
        <translation>der Raum hat {count} Plätze</translation>
    </message>
    <message>
        <source>the rule names a file too</source>
        <translation>die Regel nennt auch eine Datei</translation>
    </message>
    <message>
        <source>the rule says nothing</source>
        <translation>die Regel sagt nichts</translation>
    </message>
    <message>
        <source>the same block is sent again</source>
        <translation>derselbe Block wird noch einmal gesendet</translation>
    </message>
    <message>
        <source>the same key stands there twice</source>
        <translation>derselbe Schlüssel steht zweimal da</translation>
    </message>
    <message>
        <source>the same table stands there twice</source>
        <translation>dieselbe Tabelle steht zweimal da</translation>
    </message>
    <message>
        <source>the seat in line {line} has it already</source>
        <translation>der Platz in Zeile {line} hat es schon</translation>
    </message>
    <message>
        <source>the site&apos;s DHCP server {server} names a boot file of its own, {file}</source>
        <translation>der DHCP-Server des Standorts, {server}, nennt eine eigene Boot-Datei, {file}</translation>
    </message>
    <message>
        <source>the space on its disks</source>
        <translation>den Platz auf seinen Datenträgern</translation>
    </message>
    <message>
        <source>the state of its API</source>
        <translation>den Zustand seiner API</translation>
    </message>
    <message>
        <source>the state of its database</source>
        <translation>den Zustand seiner Datenbank</translation>
    </message>
    <message>
        <source>the switch says that this port does not forward yet</source>
        <translation>der Switch sagt, dass dieser Port noch nichts weiterleitet</translation>
    </message>
    <message>
        <source>the table of computers</source>
        <translation>die Tabelle der Computer</translation>
    </message>
    <message>
        <source>the tag {plain} cannot be told here: {problem}</source>
        <translation>der Tag {plain} lässt sich hier nicht ausdrücken: {problem}</translation>
    </message>
    <message>
        <source>the text of one of the entries</source>
        <translation>den Text eines der Einträge</translation>
    </message>
    <message>
        <source>the text {text}</source>
        <translation>der Text {text}</translation>
    </message>
    <message>
        <source>the time is over</source>
        <translation>die Zeit ist um</translation>
    </message>
    <message>
        <source>the value is neither a text in quotes, a number, nor a list</source>
        <translation>der Wert ist weder ein Text in Anführungszeichen noch eine Zahl noch eine Liste</translation>
    </message>
    <message>
        <source>the word {word}</source>
        <translation>das Wort {word}</translation>
    </message>
    <message>
        <source>there are {count} entries</source>
        <translation>es sind {count} Einträge</translation>
    </message>
    <message>
        <source>there is no = after the key</source>
        <translation>nach dem Schlüssel fehlt das =</translation>
    </message>
    <message>
        <source>there is no such {key}</source>
        <translation>so etwas gibt es als {key} nicht</translation>
    </message>
    <message>
        <source>this laptop</source>
        <translation>dieser Laptop</translation>
    </message>
    <message>
        <source>this machine has no package mirror of Debian configured</source>
        <translation>auf diesem Rechner ist kein Paketspiegel von Debian eingerichtet</translation>
    </message>
    <message>
        <source>this machine&apos;s clock and the package list disagree</source>
        <translation>die Uhr dieses Rechners und die Paketliste widersprechen sich</translation>
    </message>
    <message>
        <source>took the address {address}{whose}</source>
        <translation>nahm die Adresse {address}{whose}</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>true or false, without quotes</source>
        <translation>true oder false, ohne Anführungszeichen</translation>
    </message>
    <message>
        <source>two boot servers answer: {servers}</source>
        <translation>zwei Boot-Server antworten: {servers}</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>versions of kernels</source>
        <translation>Versionen der Kernel</translation>
    </message>
    <message>
        <source>versions, network cards, learned offers, findings</source>
        <translation>Versionen, Netzwerkkarten, gelernte Angebote, Befunde</translation>
    </message>
    <message>
        <source>waiting for somebody to approve it</source>
        <translation>wartet auf die Freigabe durch jemanden</translation>
    </message>
    <message>
        <source>waiting for somebody to approve it, as {host}</source>
        <translation>wartet auf die Freigabe durch jemanden, als {host}</translation>
    </message>
    <message>
        <source>waits for ever</source>
        <translation>wartet ohne Ende</translation>
    </message>
    <message>
        <source>waits for the computer</source>
        <translation>wartet auf den Computer</translation>
    </message>
    <message>
        <source>was offered the firmware&apos;s menu</source>
        <translation>bekam das Menü der Firmware angeboten</translation>
    </message>
    <message>
        <source>was offered {file}{where}</source>
        <translation>bekam {file} angeboten{where}</translation>
    </message>
    <message>
        <source>web= in boot.php</source>
        <translation>web= in boot.php</translation>
    </message>
    <message>
        <source>what is offered there</source>
        <translation>was dort angeboten wird</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>was er ist</translation>
    </message>
    <message>
        <source>what the firmware has next</source>
        <translation>was die Firmware als Nächstes hat</translation>
    </message>
    <message>
        <source>what was loaded was not seen to do anything</source>
        <translation>was geladen wurde, hat sichtbar nichts getan</translation>
    </message>
    <message>
        <source>who does not have the tag {name} cannot be said in one rule</source>
        <translation>wer den Tag {name} nicht hat, lässt sich nicht in einer Regel sagen</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>ganz</translation>
    </message>
    <message>
        <source>wipes its disk</source>
        <translation>löscht seine Platte</translation>
    </message>
    <message>
        <source>without the folder of another server</source>
        <translation>ohne den Ordner eines anderen Servers</translation>
    </message>
    <message>
        <source>without the layer number .0</source>
        <translation>ohne die Schichtnummer .0</translation>
    </message>
    <message>
        <source>without the octet 255 at its end</source>
        <translation>ohne das Byte 255 am Ende</translation>
    </message>
    <message>
        <source>writes {image}{origin} over its disk</source>
        <translation>schreibt {image}{origin} auf seine Platte</translation>
    </message>
    <message>
        <source>your script goes on</source>
        <translation>Ihr Skript macht weiter</translation>
    </message>
    <message>
        <source>{address} answers, but not as a FOG server.</source>
        <translation>{address} antwortet, aber nicht als FOG-Server.</translation>
    </message>
    <message>
        <source>{address} is also used by another machine, {mac}, so computers may reach that one instead.</source>
        <translation>{address} benutzt auch ein anderer Rechner, {mac}; Computer erreichen also vielleicht jenen.</translation>
    </message>
    <message>
        <source>{address} is in use by {holder}, so nobody is given it for a while.</source>
        <translation>{address} wird von {holder} benutzt, darum bekommt sie eine Weile niemand.</translation>
    </message>
    <message>
        <source>{address} is no computer&apos;s in the private network, {card}.</source>
        <translation>{address} gehört keinem Computer im privaten Netzwerk, {card}.</translation>
    </message>
    <message>
        <source>{address} is no computer&apos;s in the private network, {card}; no router is told.</source>
        <translation>{address} gehört keinem Computer im privaten Netzwerk, {card}; es wird kein Router genannt.</translation>
    </message>
    <message>
        <source>{address} was the machine dnsmasq ran on; this one tells its own address.</source>
        <translation>{address} war der Rechner, auf dem dnsmasq lief; dieser nennt seine eigene Adresse.</translation>
    </message>
    <message>
        <source>{alike} An earlier line gives them something else.</source>
        <translation>{alike} Eine frühere Zeile gibt ihnen etwas anderes.</translation>
    </message>
    <message>
        <source>{alike} An earlier line gives them the same.</source>
        <translation>{alike} Eine frühere Zeile gibt ihnen dasselbe.</translation>
    </message>
    <message>
        <source>{archs} is ignored</source>
        <translation>{archs} wird übergangen</translation>
    </message>
    <message>
        <source>{begin} {loading} still loading; they get up to {drain_s:.0f} s to finish.</source>
        <translation>{begin} {loading} laden noch; sie bekommen bis zu {drain_s:.0f} s, um fertig zu werden.</translation>
    </message>
    <message>
        <source>{brackets} once, as a heading</source>
        <translation>{brackets} einmal, als Überschrift</translation>
    </message>
    <message>
        <source>{card} already serves beside another DHCP server; addresses need a card of their own.</source>
        <translation>{card} dient schon neben einem anderen DHCP-Server; Adressen brauchen eine eigene Karte.</translation>
    </message>
    <message>
        <source>{chosen} has the address {address}.</source>
        <translation>{chosen} hat die Adresse {address}.</translation>
    </message>
    <message>
        <source>{chosen} is on the network of {address}.</source>
        <translation>{chosen} liegt im Netzwerk von {address}.</translation>
    </message>
    <message>
        <source>{chosen} was named, so the address {address} does not choose.</source>
        <translation>{chosen} wurde genannt, deshalb wählt die Adresse {address} nicht.</translation>
    </message>
    <message>
        <source>{code} is no option number: they go from 1 to 254.</source>
        <translation>{code} ist keine Nummer einer Option: sie gehen von 1 bis 254.</translation>
    </message>
    <message>
        <source>{computers} computers do not fit on {places} seats</source>
        <translation>{computers} Computer passen nicht auf {places} Plätze</translation>
    </message>
    <message numerus="yes">
        <source>{count} FOG servers</source>
        <translation>
            <numerusform>1 FOG-Server</numerusform>
            <numerusform>{count} FOG-Server</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} bytes</source>
        <translation>{count} Byte</translation>
    </message>
    <message numerus="yes">
        <source>{count} computers</source>
        <translation>
            <numerusform>1 Computer</numerusform>
            <numerusform>{count} Computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} computers asked for network boot</source>
        <translation>
            <numerusform>1 Computer fragte nach Netzwerkstart</numerusform>
            <numerusform>{count} Computer fragten nach Netzwerkstart</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} computers were told to switch on, by Wake-on-LAN on {cards}.</source>
        <translation>
            <numerusform>1 Computer bekam gesagt, er soll starten, per Wake-on-LAN auf {cards}.</numerusform>
            <numerusform>{count} Computer bekamen gesagt, sie sollen starten, per Wake-on-LAN auf {cards}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} entries</source>
        <translation>
            <numerusform>1 Eintrag</numerusform>
            <numerusform>{count} Einträgen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} files or {size}</source>
        <translation>{count} Dateien oder {size}</translation>
    </message>
    <message numerus="yes">
        <source>{count} hours</source>
        <translation>
            <numerusform>1 Stunde</numerusform>
            <numerusform>{count} Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} lines</source>
        <translation>
            <numerusform>{count} Zeile</numerusform>
            <numerusform>{count} Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} minutes</source>
        <translation>
            <numerusform>1 Minute</numerusform>
            <numerusform>{count} Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} packets</source>
        <translation>
            <numerusform>{count} Paket</numerusform>
            <numerusform>{count} Pakete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} pieces</source>
        <translation>
            <numerusform>ein Stück</numerusform>
            <numerusform>{count} Stücke</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count} places</source>
        <translation>
            <numerusform>1 Stelle</numerusform>
            <numerusform>{count} Stellen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count} servers give addresses on {interface}: {servers}.</source>
        <translation>{count} Server vergeben Adressen auf {interface}: {servers}.</translation>
    </message>
    <message numerus="yes">
        <source>{count} tasks were made.</source>
        <translation>
            <numerusform>1 Aufgabe wurde angelegt.</numerusform>
            <numerusform>{count} Aufgaben wurden angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>{expected}, or a list of such texts</source>
        <translation>{expected} oder eine Liste solcher Texte</translation>
    </message>
    <message>
        <source>{file} could not be opened: {reason}.</source>
        <translation>{file} ließ sich nicht öffnen: {reason}.</translation>
    </message>
    <message>
        <source>{file} did not arrive: {reason}.</source>
        <translation>{file} kam nicht an: {reason}.</translation>
    </message>
    <message>
        <source>{file} holds frames of a kind of link that cannot be read.</source>
        <translation>{file} enthält Rahmen einer Verbindungsart, die nicht lesbar ist.</translation>
    </message>
    <message>
        <source>{file} is damaged from frame {frame} on; what stands before it was read.</source>
        <translation>{file} ist ab Rahmen {frame} beschädigt; was davor steht, wurde gelesen.</translation>
    </message>
    <message>
        <source>{file} is left out: {too_long}.</source>
        <translation>{file} wird ausgelassen: {too_long}.</translation>
    </message>
    <message>
        <source>{file} is no configuration of dnsmasq: {problem}.</source>
        <translation>{file} ist keine Konfiguration von dnsmasq: {problem}.</translation>
    </message>
    <message>
        <source>{file} is no list of seats: {problem}.</source>
        <translation>{file} ist keine Liste von Plätzen: {problem}.</translation>
    </message>
    <message>
        <source>{file} is not a capture that can be read.</source>
        <translation>{file} ist kein lesbarer Mitschnitt.</translation>
    </message>
    <message>
        <source>{file} is not a saved session, or it is damaged.</source>
        <translation>{file} ist keine gespeicherte Sitzung, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>{file} is not an iPXE script: its first line is not #!ipxe.</source>
        <translation>{file} ist kein iPXE-Skript: Die erste Zeile ist nicht #!ipxe.</translation>
    </message>
    <message>
        <source>{file} is not the certificate of an authority.</source>
        <translation>{file} ist nicht das Zertifikat einer Zertifizierungsstelle.</translation>
    </message>
    <message>
        <source>{file} is there already, and a report writes over nothing.</source>
        <translation>{file} ist schon da, und ein Bericht überschreibt nichts.</translation>
    </message>
    <message>
        <source>{file} is there already, was not made by this program, and was left as it is.</source>
        <translation>{file} ist schon da, stammt nicht von diesem Programm und blieb, wie es war.</translation>
    </message>
    <message>
        <source>{file} is {product} {version} of {origin}, which has no command params and cannot run FOG&apos;s script.</source>
        <translation>{file} ist {product} {version} von {origin}; ihm fehlt der Befehl params, darum kann es das Skript von FOG nicht ausführen.</translation>
    </message>
    <message>
        <source>{file} of the FOG server is {product} {version} of {origin}, which has no command params and cannot run FOG&apos;s script.</source>
        <translation>{file} des FOG-Servers ist {product} {version} von {origin}; ihm fehlt der Befehl params, darum kann es das Skript von FOG nicht ausführen.</translation>
    </message>
    <message>
        <source>{file} of the FOG server {address} cannot be used: {problem}.</source>
        <translation>{file} des FOG-Servers {address} ist nicht brauchbar: {problem}.</translation>
    </message>
    <message>
        <source>{file} was saved by a newer version of FOG Portable ({program}).</source>
        <translation>{file} wurde von einer neueren Version von FOG Portable gespeichert ({program}).</translation>
    </message>
    <message>
        <source>{first} to {last} are more than {most} addresses</source>
        <translation>{first} bis {last} sind mehr als {most} Adressen</translation>
    </message>
    <message>
        <source>{fitting}, or take the line out</source>
        <translation>{fitting}, oder nehmen Sie die Zeile heraus</translation>
    </message>
    <message>
        <source>{folder} is too large to copy: more than {limit}.</source>
        <translation>{folder} ist zu groß zum Kopieren: mehr als {limit}.</translation>
    </message>
    <message>
        <source>{friendly_name} is ready: {count}{speed}.</source>
        <translation>{friendly_name} ist bereit: {count}{speed}.</translation>
    </message>
    <message>
        <source>{interface} also stands under [network], where the site gives the addresses</source>
        <translation>{interface} steht auch unter [network], wo die Adressen vor Ort vergeben werden</translation>
    </message>
    <message>
        <source>{interface} and {other} are both in the network {network}, so answers may leave by the wrong one.</source>
        <translation>{interface} und {other} sind beide im Netzwerk {network}; Antworten gehen also vielleicht über die falsche hinaus.</translation>
    </message>
    <message>
        <source>{interface} belongs to virtual machines or containers of this laptop, and reaches nobody else.</source>
        <translation>{interface} gehört zu virtuellen Maschinen oder Containern dieses Laptops und erreicht sonst niemanden.</translation>
    </message>
    <message>
        <source>{interface} can be listened to no more: {reason}.</source>
        <translation>Auf {interface} lässt sich nicht mehr zuhören: {reason}.</translation>
    </message>
    <message>
        <source>{interface} could not be asked for DHCP servers.</source>
        <translation>Auf {interface} ließ sich nicht nach DHCP-Servern fragen.</translation>
    </message>
    <message>
        <source>{interface} has no IPv4 address.</source>
        <translation>{interface} hat keine IPv4-Adresse.</translation>
    </message>
    <message>
        <source>{interface} has only {address}, which it gave itself because no DHCP server answered.</source>
        <translation>{interface} hat nur {address}, die sie sich selbst gab, weil kein DHCP-Server geantwortet hat.</translation>
    </message>
    <message>
        <source>{interface} is a Wi-Fi card, and firmware boots over a cable.</source>
        <translation>{interface} ist eine WLAN-Karte, und Firmware bootet über Kabel.</translation>
    </message>
    <message>
        <source>{interface} is a tunnel, and no computer starts through it.</source>
        <translation>{interface} ist ein Tunnel, und dadurch startet kein Computer.</translation>
    </message>
    <message>
        <source>{interface} is gone, so serving is paused.</source>
        <translation>{interface} ist weg, darum ist der Betrieb pausiert.</translation>
    </message>
    <message>
        <source>{interface} is switched off or its cable is unplugged.</source>
        <translation>{interface} ist abgeschaltet, oder das Kabel ist nicht eingesteckt.</translation>
    </message>
    <message>
        <source>{interface} reaches this machine only, no other computer.</source>
        <translation>{interface} erreicht nur diesen Rechner, keinen anderen Computer.</translation>
    </message>
    <message>
        <source>{interface} reaches this machine only, so nobody else can be asked there.</source>
        <translation>{interface} erreicht nur diesen Rechner, darum lässt sich dort niemand sonst fragen.</translation>
    </message>
    <message>
        <source>{key} = a number</source>
        <translation>{key} = eine Zahl</translation>
    </message>
    <message>
        <source>{kind} of {image}</source>
        <translation>{kind} von {image}</translation>
    </message>
    <message>
        <source>{last} comes before {first}</source>
        <translation>{last} kommt vor {first}</translation>
    </message>
    <message>
        <source>{last} is outside the network of {card}, {network}.</source>
        <translation>{last} liegt außerhalb des Netzwerks von {card}, {network}.</translation>
    </message>
    <message>
        <source>{mask} is no network mask.</source>
        <translation>{mask} ist keine Netzmaske.</translation>
    </message>
    <message>
        <source>{more} addresses, {ip} is used</source>
        <translation>{more} Adressen, benutzt wird {ip}</translation>
    </message>
    <message>
        <source>{multicast} is no multicast address such as 232.1.0.1.</source>
        <translation>{multicast} ist keine Multicast-Adresse wie 232.1.0.1.</translation>
    </message>
    <message>
        <source>{named} and {rest} more</source>
        <translation>{named} und {rest} weitere</translation>
    </message>
    <message>
        <source>{name} came whole</source>
        <translation>{name} kam ganz an</translation>
    </message>
    <message>
        <source>{name} from {server} by TFTP: {result}</source>
        <translation>{name} von {server} per TFTP: {result}</translation>
    </message>
    <message>
        <source>{name} is a file for {archs}; {others} cannot run it.</source>
        <translation>{name} ist eine Datei für {archs}; {others} kann sie nicht ausführen.</translation>
    </message>
    <message>
        <source>{name} is a file for {archs}; {others} cannot run it. Left out.</source>
        <translation>{name} ist eine Datei für {archs}; {others} kann sie nicht ausführen. Ausgelassen.</translation>
    </message>
    <message>
        <source>{name} is a program for UEFI, and this is a BIOS</source>
        <translation>{name} ist ein Programm für UEFI, und das ist ein BIOS</translation>
    </message>
    <message>
        <source>{name} is a program for {arch}, and this is {arch2}</source>
        <translation>{name} ist ein Programm für {arch}, und das ist {arch2}</translation>
    </message>
    <message>
        <source>{name} is left out: {problem}.</source>
        <translation>{name} wird ausgelassen: {problem}.</translation>
    </message>
    <message>
        <source>{name} stands in the place of the server&apos;s name; it is taken for its address.</source>
        <translation>{name} steht an der Stelle des Servernamens und gilt als dessen Adresse.</translation>
    </message>
    <message>
        <source>{name} was on its way</source>
        <translation>{name} war unterwegs</translation>
    </message>
    <message>
        <source>{other_file} from {other}</source>
        <translation>{other_file} von {other}</translation>
    </message>
    <message>
        <source>{other} is there</source>
        <translation>{other} ist da</translation>
    </message>
    <message>
        <source>{problem}</source>
        <translation>{problem}</translation>
    </message>
    <message>
        <source>{required} = {example} in this entry</source>
        <translation>{required} = {example} in diesen Eintrag</translation>
    </message>
    <message>
        <source>{rounds} requests went unheard before the first answer, and spanning tree runs on this port</source>
        <translation>{rounds} Anfragen blieben vor der ersten Antwort ungehört, und an diesem Port läuft Spanning Tree</translation>
    </message>
    <message>
        <source>{script} is left out: {problem}. iPXE gets the menu.</source>
        <translation>{script} wird ausgelassen: {problem}. iPXE bekommt das Menü.</translation>
    </message>
    <message>
        <source>{seconds} is no number of seconds.</source>
        <translation>{seconds} ist keine Zahl von Sekunden.</translation>
    </message>
    <message>
        <source>{served} is served instead.</source>
        <translation>Bedient wird stattdessen {served}.</translation>
    </message>
    <message>
        <source>{servers} gives the addresses on {interface}, and nothing stands in the way.</source>
        <translation>{servers} vergibt die Adressen auf {interface}, und nichts steht im Weg.</translation>
    </message>
    <message>
        <source>{server} ({mac}) already gives out addresses on {interface}, so the private network was not started.</source>
        <translation>{server} ({mac}) vergibt auf {interface} schon Adressen, darum wurde das private Netzwerk nicht gestartet.</translation>
    </message>
    <message>
        <source>{server} ({mac}) began to give out addresses on {interface}, so the private network stopped giving any.</source>
        <translation>{server} ({mac}) hat begonnen, auf {interface} Adressen zu vergeben, darum vergibt das private Netzwerk keine mehr.</translation>
    </message>
    <message>
        <source>{server} answers UEFI HTTP Boot without a URL.</source>
        <translation>{server} antwortet UEFI HTTP Boot ohne eine URL.</translation>
    </message>
    <message>
        <source>{server} answers from port {port}, which was not asked</source>
        <translation>{server} antwortet von Port {port}, der nicht gefragt wurde</translation>
    </message>
    <message>
        <source>{server} answers network boot on {interface} too.</source>
        <translation>{server} beantwortet auf {interface} auch Netzwerk-Boot.</translation>
    </message>
    <message>
        <source>{server} answers to another port than {port}, where it was asked from</source>
        <translation>{server} antwortet an einen anderen Port als {port}, von dem gefragt wurde</translation>
    </message>
    <message>
        <source>{server} answers with status {status}</source>
        <translation>{server} antwortet mit Status {status}</translation>
    </message>
    <message>
        <source>{server} answers with {parts}</source>
        <translation>{server} antwortet mit {parts}</translation>
    </message>
    <message>
        <source>{server} answers, and is not heard</source>
        <translation>{server} antwortet und wird nicht gehört</translation>
    </message>
    <message>
        <source>{server} answers, but {reason}</source>
        <translation>{server} antwortet, aber {reason}</translation>
    </message>
    <message>
        <source>{server} answers: {text} ({code})</source>
        <translation>{server} antwortet: {text} ({code})</translation>
    </message>
    <message>
        <source>{server} gives addresses on {interface}, but no offer that {who} computers can take came, though it was asked several times.</source>
        <translation>{server} vergibt Adressen auf {interface}, aber trotz mehrerer Fragen kam kein Angebot, das Computer mit {who} nehmen können.</translation>
    </message>
    <message>
        <source>{server} gives the addresses on {interface} and names no boot file.</source>
        <translation>{server} vergibt die Adressen auf {interface} und nennt keine Boot-Datei.</translation>
    </message>
    <message>
        <source>{server} gives the addresses on {interface} and names the boot file {file}.</source>
        <translation>{server} vergibt die Adressen auf {interface} und nennt die Boot-Datei {file}.</translation>
    </message>
    <message>
        <source>{server} has no TFTP server</source>
        <translation>{server} hat keinen TFTP-Server</translation>
    </message>
    <message>
        <source>{server} is no address, so the boot server is looked for by broadcast.</source>
        <translation>{server} ist keine Adresse, deshalb wird der Bootserver per Broadcast gesucht.</translation>
    </message>
    <message>
        <source>{server} is not the address of a server.</source>
        <translation>{server} ist nicht die Adresse eines Servers.</translation>
    </message>
    <message>
        <source>{server} offered network boot after {seconds} s, when the computer had already chosen.</source>
        <translation>{server} bot Netzwerk-Boot erst nach {seconds} s an, als der Computer schon gewählt hatte.</translation>
    </message>
    <message>
        <source>{server} offers addresses on {interface} without saying who it is (option 54), and UEFI computers take no such offer.</source>
        <translation>{server} bietet auf {interface} Adressen an, ohne zu sagen, wer er ist (Option 54), und UEFI-Computer nehmen kein solches Angebot.</translation>
    </message>
    <message>
        <source>{server} offers boot {time_s} s after it was asked</source>
        <translation>{server} bietet Booten {time_s} s nach der Frage an</translation>
    </message>
    <message>
        <source>{server} offers boot, but {why}</source>
        <translation>{server} bietet Booten an, aber {why}</translation>
    </message>
    <message>
        <source>{server} offers network boot in time and complete, and the computer does not take it.</source>
        <translation>{server} bietet Netzwerk-Boot rechtzeitig und vollständig an, und der Computer nimmt es nicht.</translation>
    </message>
    <message>
        <source>{server} offers {offered_name}</source>
        <translation>{server} bietet {offered_name} an</translation>
    </message>
    <message>
        <source>{server} offers {parts}</source>
        <translation>{server} bietet {parts} an</translation>
    </message>
    <message>
        <source>{server} or a firewall rejects the request</source>
        <translation>{server} oder eine Firewall weist die Anfrage ab</translation>
    </message>
    <message>
        <source>{server} refuses addresses on {interface} (NAK), and nobody else gives any.</source>
        <translation>{server} verweigert Adressen auf {interface} (NAK), und niemand sonst vergibt welche.</translation>
    </message>
    <message>
        <source>{server} refuses it</source>
        <translation>{server} lehnt ab</translation>
    </message>
    <message>
        <source>{server} refuses the connection</source>
        <translation>{server} lehnt die Verbindung ab</translation>
    </message>
    <message>
        <source>{server} says that nothing listens on port 4011</source>
        <translation>{server} sagt, dass auf Port 4011 nichts hört</translation>
    </message>
    <message>
        <source>{suggestion}</source>
        <translation>{suggestion}</translation>
    </message>
    <message>
        <source>{suite} has no package of that name</source>
        <translation>{suite} hat kein Paket dieses Namens</translation>
    </message>
    <message>
        <source>{table} above each, with double brackets</source>
        <translation>{table} über jede, mit doppelten Klammern</translation>
    </message>
    <message>
        <source>{target} at {server} by HTTP: {result}</source>
        <translation>{target} auf {server} per HTTP: {result}</translation>
    </message>
    <message>
        <source>{target} came by HTTP</source>
        <translation>{target} kam per HTTP</translation>
    </message>
    <message>
        <source>{text} is a name or a placeholder; this machine&apos;s own address is always told.</source>
        <translation>{text} ist ein Name oder ein Platzhalter; genannt wird immer die eigene Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>{text} is a placeholder; {wanted} was named.</source>
        <translation>{text} ist ein Platzhalter; {wanted} wurde genannt.</translation>
    </message>
    <message>
        <source>{text} is no address but a placeholder: the card must be chosen.</source>
        <translation>{text} ist keine Adresse, sondern ein Platzhalter: die Karte muss gewählt werden.</translation>
    </message>
    <message>
        <source>{text} is no address; no router is told.</source>
        <translation>{text} ist keine Adresse; es wird kein Router genannt.</translation>
    </message>
    <message>
        <source>{text} is no architecture</source>
        <translation>{text} ist keine Architektur</translation>
    </message>
    <message>
        <source>{text} is no lease time; one hour is taken.</source>
        <translation>{text} ist keine Lease-Dauer; es gilt eine Stunde.</translation>
    </message>
    <message>
        <source>{text} is none</source>
        <translation>{text} ist keine</translation>
    </message>
    <message>
        <source>{text} is not a list of addresses; no DNS server is told.</source>
        <translation>{text} ist keine Liste von Adressen; es wird kein DNS-Server genannt.</translation>
    </message>
    <message>
        <source>{text} is {kind}; this machine&apos;s own address is always told.</source>
        <translation>{text} ist {kind}; genannt wird immer die eigene Adresse dieses Rechners.</translation>
    </message>
    <message>
        <source>{text} names no architecture</source>
        <translation>{text} nennt keine Architektur</translation>
    </message>
    <message>
        <source>{text} stands there twice</source>
        <translation>{text} steht zweimal da</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>{uuid} is a number that many boards have; leave it out and give the hardware address</source>
        <translation>{uuid} ist eine Nummer, die viele Platinen haben; lassen Sie sie weg und nennen Sie die Hardwareadresse</translation>
    </message>
    <message>
        <source>{value} is out of range</source>
        <translation>{value} liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>{value} is read as the number {number}, not as hexadecimal 0x{value}. </source>
        <translation>{value} wird als Zahl {number} gelesen, nicht als hexadezimal 0x{value}. </translation>
    </message>
    <message>
        <source>{value} was seen as well</source>
        <translation>{value} war auch zu sehen</translation>
    </message>
    <message>
        <source>{wanted} was named instead.</source>
        <translation>Stattdessen wurde {wanted} genannt.</translation>
    </message>
    <message>
        <source>{what} is left out: {problem}.</source>
        <translation>{what} wird ausgelassen: {problem}.</translation>
    </message>
    <message>
        <source>{whose} has {entries} entries; firmware shows {most_entries} at most.</source>
        <translation>{whose} hat {entries} Einträge; Firmware zeigt höchstens {most_entries}.</translation>
    </message>
    <message>
        <source>{whose} takes {size} bytes of {menu_budget_bytes}: shorten its texts or take entries out.</source>
        <translation>{whose} braucht {size} von {menu_budget_bytes} Byte: Kürzen Sie die Texte, oder nehmen Sie Einträge heraus.</translation>
    </message>
    <message>
        <source>{who} ({address}) asked for the size of {file} and fell silent.</source>
        <translation>{who} ({address}) hat nach der Größe von {file} gefragt und ist verstummt.</translation>
    </message>
    <message>
        <source>{who} ({address}) asked for the size of {file}.</source>
        <translation>{who} ({address}) hat nach der Größe von {file} gefragt.</translation>
    </message>
    <message>
        <source>{who} ({address}) asked for {asked!r} and is given {file}: {why}.{others}</source>
        <translation>{who} ({address}) hat nach {asked!r} gefragt und bekommt {file}: {why}.{others}</translation>
    </message>
    <message>
        <source>{who} ({address}) asked for {file}, which is not there.</source>
        <translation>{who} ({address}) hat nach {file} gefragt, und die ist nicht da.</translation>
    </message>
    <message>
        <source>{who} ({address}) did not get {file}: {reason}.</source>
        <translation>{who} ({address}) hat {file} nicht bekommen: {reason}.</translation>
    </message>
    <message>
        <source>{who} ({address}) loaded {file}: {size} in {duration_s} s.</source>
        <translation>{who} ({address}) hat {file} geladen: {size} in {duration_s} s.</translation>
    </message>
    <message>
        <source>{who} ({address}) loads {file}, {size}.</source>
        <translation>{who} ({address}) lädt {file}, {size}.</translation>
    </message>
    <message>
        <source>{who} ({address}) read {pieces} of {file}, {size} together.</source>
        <translation>{who} ({address}) hat {pieces} von {file} gelesen, zusammen {size}.</translation>
    </message>
    <message>
        <source>{who} ({address}) was refused {file!r}: {reason}.</source>
        <translation>{who} ({address}) bekam {file!r} verweigert: {reason}.</translation>
    </message>
    <message>
        <source>{who} already has {point} in line {line}</source>
        <translation>{who} hat {point} schon in Zeile {line}</translation>
    </message>
    <message>
        <source>{who} asked before Start and got no answer from here. Switch it on again.</source>
        <translation>{who} fragte vor dem Start und bekam von hier keine Antwort. Neu einschalten.</translation>
    </message>
    <message>
        <source>{who} asked on port 4011 and got the firmware&apos;s menu.</source>
        <translation>{who} fragte auf Port 4011 und bekam das Menü der Firmware.</translation>
    </message>
    <message>
        <source>{who} asked on port 4011 and was told {file}.</source>
        <translation>{who} fragte auf Port 4011 und bekam {file} genannt.</translation>
    </message>
    <message>
        <source>{who} asks for an address and for network boot</source>
        <translation>{who} fragt nach einer Adresse und nach Netzwerk-Boot</translation>
    </message>
    <message>
        <source>{who} asks for network boot. {fault}</source>
        <translation>{who} fragt nach Netzwerk-Boot. {fault}</translation>
    </message>
    <message>
        <source>{who} asks for network boot: {asker}, {arch}.</source>
        <translation>{who} fragt nach Netzwerk-Boot: {asker}, {arch}.</translation>
    </message>
    <message>
        <source>{who} asks for {aim}{often}</source>
        <translation>{who} fragt nach {aim}{often}</translation>
    </message>
    <message>
        <source>{who} boots from the network again: FOG has a new task for it ({words}).</source>
        <translation>{who} bootet wieder über das Netzwerk: FOG hat eine neue Aufgabe für ihn ({words}).</translation>
    </message>
    <message>
        <source>{who} boots from the network again: somebody said so.</source>
        <translation>{who} bootet wieder über das Netzwerk: Jemand hat es so gesagt.</translation>
    </message>
    <message>
        <source>{who} cannot have the address {address}: {reason}.</source>
        <translation>{who} kann die Adresse {address} nicht haben: {reason}.</translation>
    </message>
    <message>
        <source>{who} chose {entry} in the firmware&apos;s menu and was told {file}.</source>
        <translation>{who} wählte {entry} im Menü der Firmware und bekam {file} genannt.</translation>
    </message>
    <message>
        <source>{who} did not come here. {fault}</source>
        <translation>{who} kam nicht hierher. {fault}</translation>
    </message>
    <message>
        <source>{who} gave the address {address} back.</source>
        <translation>{who} hat die Adresse {address} zurückgegeben.</translation>
    </message>
    <message>
        <source>{who} has FOG&apos;s kernel: its imaging system asks for an address ({words}).</source>
        <translation>{who} hat den Kernel von FOG: Sein Imaging-System fragt nach einer Adresse ({words}).</translation>
    </message>
    <message>
        <source>{who} has an address but ignored the offer ({before}); it is told in another way now ({now}).</source>
        <translation>{who} hat eine Adresse, aber überging das Angebot ({before}); jetzt wird es anders gesagt ({now}).</translation>
    </message>
    <message>
        <source>{who} has the address {address} {until}.</source>
        <translation>{who} hat die Adresse {address} {until}.</translation>
    </message>
    <message>
        <source>{who} is done with FOG ({words}).</source>
        <translation>{who} ist fertig mit FOG ({words}).</translation>
    </message>
    <message>
        <source>{who} is done with FOG, somebody said here.</source>
        <translation>{who} ist fertig mit FOG, sagte jemand hier.</translation>
    </message>
    <message>
        <source>{who} is ignored</source>
        <translation>{who} wird übergangen</translation>
    </message>
    <message>
        <source>{who} keeps the address {address} {until}.</source>
        <translation>{who} behält die Adresse {address} {until}.</translation>
    </message>
    <message>
        <source>{who} runs a small Linux now, which asks for an address ({vendor_class}).</source>
        <translation>{who} führt jetzt ein kleines Linux aus, das nach einer Adresse fragt ({vendor_class}).</translation>
    </message>
    <message>
        <source>{who} says that {address} is in use, so nobody is given it for a while.</source>
        <translation>{who} sagt, {address} sei in Benutzung; darum bekommt sie eine Weile niemand.</translation>
    </message>
    <message>
        <source>{who} takes the address {address} from {dhcp_server}.</source>
        <translation>{who} nimmt die Adresse {address} von {dhcp_server}.</translation>
    </message>
    <message>
        <source>{who} took the offer ({shape}), which is remembered for its model.</source>
        <translation>{who} nahm das Angebot an ({shape}); das wird für sein Modell gemerkt.</translation>
    </message>
    <message>
        <source>{who} was approved: it is answered when it asks again.</source>
        <translation>{who} wurde freigegeben: Er bekommt Antwort, wenn er wieder fragt.</translation>
    </message>
    <message>
        <source>{who} was given the script that leads it to FOG.</source>
        <translation>{who} bekam das Skript, das zu FOG führt.</translation>
    </message>
    <message>
        <source>{who} was left alone: {reason}.</source>
        <translation>{who} wurde übergangen: {reason}.</translation>
    </message>
    <message>
        <source>{who} was offered the address {address}.</source>
        <translation>{who} bekam die Adresse {address} angeboten.</translation>
    </message>
    <message>
        <source>{who} was offered the firmware&apos;s menu ({arch}).</source>
        <translation>{who} bekam das Menü der Firmware angeboten ({arch}).</translation>
    </message>
    <message>
        <source>{who} was offered {file} ({arch}).</source>
        <translation>{who} bekam {file} angeboten ({arch}).</translation>
    </message>
    <message>
        <source>{who} was told to ask on port 4011 for {file} ({arch}).</source>
        <translation>{who} bekam gesagt, auf Port 4011 nach {file} zu fragen ({arch}).</translation>
    </message>
    <message>
        <source>{who} would be offered {what} from here, and has no address to use it with.</source>
        <translation>{who} bekäme {what} von hier angeboten und hat keine Adresse dafür.</translation>
    </message>
    <message>
        <source>{who} would boot {what} from here or {instead}: the first answer decides.</source>
        <translation>{who} würde {what} von hier booten oder {instead}: die erste Antwort entscheidet.</translation>
    </message>
    <message>
        <source>{who} would boot {what} from here.</source>
        <translation>{who} würde {what} von hier booten.</translation>
    </message>
    <message>
        <source>{who} would follow {other} and not boot from here.</source>
        <translation>{who} würde {other} folgen und nicht von hier booten.</translation>
    </message>
    <message>
        <source>{who} would get no answer from here{beside}: {silence}.</source>
        <translation>{who} bekäme von hier keine Antwort{beside}: {silence}.</translation>
    </message>
    <message>
        <source>{why} No other line has a file for these; the folder has {words}.</source>
        <translation>{why} Keine andere Zeile hat eine Datei für diese; der Ordner hat {words}.</translation>
    </message>
    <message>
        <source>{words} are free.{says_http}</source>
        <translation>{words} sind frei.{says_http}</translation>
    </message>
    <message>
        <source>{words} by HTTP</source>
        <translation>{words} per HTTP</translation>
    </message>
    <message>
        <source>{word} is not an architecture</source>
        <translation>{word} ist keine Architektur</translation>
    </message>
</context>
<context>
    <name>ServeBar</name>
    <message>
        <source>&amp;Network</source>
        <translation>&amp;Netzwerk</translation>
    </message>
    <message>
        <source>&amp;Profiles…</source>
        <translation>P&amp;rofile…</translation>
    </message>
    <message>
        <source>&amp;Room</source>
        <translation>Ra&amp;um</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>1 computer is still loading; it gets up to 30 s to finish.</source>
        <translation>1 Computer lädt noch; er bekommt bis zu 30 s, um fertig zu werden.</translation>
    </message>
    <message>
        <source>1 needs you</source>
        <translation>1 braucht Hilfe</translation>
    </message>
    <message>
        <source>All {computers} are done. You can stop now.</source>
        <translation>Alle {computers} sind fertig. Sie können jetzt stoppen.</translation>
    </message>
    <message>
        <source>All {computers} are handed over. You can stop now.</source>
        <translation>Alle {computers} sind übergeben. Sie können jetzt stoppen.</translation>
    </message>
    <message>
        <source>And {count} more below.</source>
        <translation>Und {count} weitere, siehe unten.</translation>
    </message>
    <message>
        <source>B&amp;oot</source>
        <translation>Bo&amp;oten</translation>
    </message>
    <message>
        <source>Beginning to listen. Your system may ask for your password.</source>
        <translation>Das Zuhören beginnt. Das System fragt eventuell nach dem Passwort.</translation>
    </message>
    <message>
        <source>Boot</source>
        <translation>Booten</translation>
    </message>
    <message>
        <source>Chan&amp;ge…</source>
        <translation>&amp;Ändern…</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Closing the boot ports.</source>
        <translation>Die Boot-Ports werden geschlossen.</translation>
    </message>
    <message>
        <source>Ends listening; what was heard stays</source>
        <translation>Beendet das Zuhören; was gehört wurde, bleibt</translation>
    </message>
    <message>
        <source>FOG at {server}</source>
        <translation>FOG auf {server}</translation>
    </message>
    <message>
        <source>Get boot files…</source>
        <translation>Boot-Dateien holen…</translation>
    </message>
    <message>
        <source>Listens, sends nothing, and says what each computer would boot</source>
        <translation>Hört zu, sendet nichts und sagt, was jeder Computer booten würde</translation>
    </message>
    <message>
        <source>No boot files yet</source>
        <translation>Noch keine Boot-Dateien</translation>
    </message>
    <message>
        <source>Not ready</source>
        <translation>Nicht bereit</translation>
    </message>
    <message>
        <source>Nothing has been sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>Nothing is sent. Listening ends.</source>
        <translation>Nichts wird gesendet. Das Zuhören endet.</translation>
    </message>
    <message>
        <source>Nothing is sent. Listening {age}</source>
        <translation>Nichts wird gesendet. Hört {age} zu</translation>
    </message>
    <message>
        <source>Nothing is sent. Listening {age}; no computer has asked for network boot.</source>
        <translation>Nichts wird gesendet. Hört {age} zu; kein Computer hat nach Netzwerkstart gefragt.</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Observing</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Opening the boot ports. Your system may ask for your password.</source>
        <translation>Die Boot-Ports werden geöffnet. Vielleicht fragt Ihr System nach dem Passwort.</translation>
    </message>
    <message>
        <source>Opens and saves what is chosen here</source>
        <translation>Öffnet und speichert, was hier gewählt ist</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready, with one warning</source>
        <translation>Bereit, mit einer Warnung</translation>
    </message>
    <message>
        <source>Ready, with {count} warnings</source>
        <translation>Bereit, mit {count} Warnungen</translation>
    </message>
    <message>
        <source>Rehearsing</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>S&amp;top listening</source>
        <translation>Zuhören &amp;beenden</translation>
    </message>
    <message>
        <source>Serving</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Serving goes on by itself when the network is back.</source>
        <translation>Der Betrieb geht von selbst weiter, wenn das Netzwerk zurück ist.</translation>
    </message>
    <message>
        <source>Set&amp;up…</source>
        <translation>Aus&amp;wahl…</translation>
    </message>
    <message>
        <source>Shows network, boot files and room</source>
        <translation>Zeigt Netzwerk, Boot-Dateien und Raum</translation>
    </message>
    <message>
        <source>Shows what can be changed while serving</source>
        <translation>Zeigt, was im Betrieb geändert werden kann</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Still loading: {computers}. They may finish; nobody new is answered.</source>
        <translation>Laden noch: {computers}. Sie dürfen fertig werden; neuen wird nicht geantwortet.</translation>
    </message>
    <message>
        <source>Stop no&amp;w</source>
        <translation>So&amp;fort stoppen</translation>
    </message>
    <message>
        <source>Stopped: nobody is answered now.</source>
        <translation>Gestoppt: Jetzt wird niemandem geantwortet.</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Stoppt</translation>
    </message>
    <message>
        <source>The boot files that computers get</source>
        <translation>Die Boot-Dateien, die Computer bekommen</translation>
    </message>
    <message>
        <source>Waiting for the first computer.</source>
        <translation>Warten auf den ersten Computer.</translation>
    </message>
    <message>
        <source>computers made of software</source>
        <translation>Computer aus Software</translation>
    </message>
    <message>
        <source>files made for the rehearsal</source>
        <translation>für den Probelauf gemachte Dateien</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>inside this laptop only</source>
        <translation>nur innerhalb dieses Laptops</translation>
    </message>
    <message>
        <source>{count} computers are still loading; they get up to 30 s to finish.</source>
        <translation>{count} Computer laden noch; sie bekommen bis zu 30 s, um fertig zu werden.</translation>
    </message>
    <message>
        <source>{count} in the menu</source>
        <translation>{count} im Menü</translation>
    </message>
    <message>
        <source>{count} may boot from here</source>
        <translation>{count} eventuell von hier</translation>
    </message>
    <message>
        <source>{count} need you</source>
        <translation>{count} brauchen Hilfe</translation>
    </message>
    <message>
        <source>{count} on the way</source>
        <translation>{count} unterwegs</translation>
    </message>
    <message>
        <source>{count} would boot from here</source>
        <translation>{count} würden von hier booten</translation>
    </message>
    <message>
        <source>{done} of {total} done</source>
        <translation>{done} von {total} fertig</translation>
    </message>
    <message>
        <source>{done} of {total} handed over</source>
        <translation>{done} von {total} übergeben</translation>
    </message>
    <message>
        <source>{warning} You can still start.</source>
        <translation>{warning} Sie können trotzdem starten.</translation>
    </message>
</context>
<context>
    <name>Serving</name>
    <message>
        <source>End rehearsal</source>
        <translation>Probelauf beenden</translation>
    </message>
    <message>
        <source>Stopped. {computers} did not get the whole file: {who}. Start and switch them on again.</source>
        <translation>Gestoppt. {computers} bekamen nicht die ganze Datei: {who}. Starten Sie erneut und schalten Sie sie wieder ein.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>&amp;API token</source>
        <translation>&amp;API-Token</translation>
    </message>
    <message>
        <source>&amp;Keep them in the keyring of this system</source>
        <translation>Im &amp;Schlüsselbund dieses Systems aufbewahren</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>A&amp;nmelden</translation>
    </message>
    <message>
        <source>&amp;User token</source>
        <translation>&amp;Benutzer-Token</translation>
    </message>
    <message>
        <source>API token</source>
        <translation>API-Token</translation>
    </message>
    <message>
        <source>No keyring runs here, so they are kept in memory until FOG Portable is closed.</source>
        <translation>Hier läuft kein Schlüsselbund, darum bleiben sie im Speicher, bis FOG Portable geschlossen wird.</translation>
    </message>
    <message>
        <source>On {server} both are shown in FOG&apos;s pages: the API token under FOG Configuration, FOG Settings, API System; the user token under Users, your user, API Settings.</source>
        <translation>Auf {server} zeigen die Seiten von FOG beide: das API-Token unter FOG Configuration, FOG Settings, API System; das Benutzer-Token unter Users, Ihr Benutzer, API Settings.</translation>
    </message>
    <message>
        <source>Sign in to FOG</source>
        <translation>Bei FOG anmelden</translation>
    </message>
    <message>
        <source>User token</source>
        <translation>Benutzer-Token</translation>
    </message>
</context>
<context>
    <name>SiteCard</name>
    <message>
        <source>1 other server heard</source>
        <translation>1 anderer Server gehört</translation>
    </message>
    <message>
        <source>A private network only</source>
        <translation>Nur ein privates Netzwerk</translation>
    </message>
    <message>
        <source>An offer that is sent to one computer alone does not pass a switch, so this proves nothing.</source>
        <translation>Ein Angebot, das nur an einen Computer geht, kommt nicht durch einen Switch; es beweist also nichts.</translation>
    </message>
    <message>
        <source>Asking, this takes up to 5 s</source>
        <translation>Frage, das dauert bis zu 5 s</translation>
    </message>
    <message>
        <source>Asks on the chosen cards as a computer would, and takes no address</source>
        <translation>Fragt auf den gewählten Karten wie ein Computer und nimmt keine Adresse an</translation>
    </message>
    <message>
        <source>Boot file</source>
        <translation>Boot-Datei</translation>
    </message>
    <message>
        <source>Boot server</source>
        <translation>Boot-Server</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>FOG Portable falls silent there as soon as another DHCP server is heard.</source>
        <translation>FOG Portable verstummt dort, sobald ein anderer DHCP-Server gehört wird.</translation>
    </message>
    <message>
        <source>Gives addresses</source>
        <translation>Vergibt Adressen</translation>
    </message>
    <message>
        <source>Last heard</source>
        <translation>Zuletzt gehört</translation>
    </message>
    <message>
        <source>Loo&amp;k for DHCP servers</source>
        <translation>Nach DHCP-Ser&amp;vern suchen</translation>
    </message>
    <message>
        <source>Next server</source>
        <translation>Nächster Server</translation>
    </message>
    <message>
        <source>Nobody heard yet</source>
        <translation>Noch niemand gehört</translation>
    </message>
    <message>
        <source>Nobody is listened to</source>
        <translation>Es wird niemandem zugehört</translation>
    </message>
    <message>
        <source>Not heard: {why}</source>
        <translation>Nicht gehört: {why}</translation>
    </message>
    <message>
        <source>Other servers</source>
        <translation>Andere Server</translation>
    </message>
    <message>
        <source>Other servers are listened to while FOG Portable serves or observes.</source>
        <translation>Andere Server werden gehört, während FOG Portable bedient oder beobachtet.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Stop loo&amp;king</source>
        <translation>&amp;Vorgang beenden</translation>
    </message>
    <message>
        <source>That was while serving last.</source>
        <translation>Das war beim letzten Betrieb.</translation>
    </message>
    <message>
        <source>This site</source>
        <translation>Dieser Standort</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>What runs now does not leave this laptop.</source>
        <translation>Was jetzt läuft, verlässt diesen Laptop nicht.</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>names none</source>
        <translation>nennt keine</translation>
    </message>
    <message>
        <source>{count} other servers heard</source>
        <translation>{count} andere Server gehört</translation>
    </message>
</context>
<context>
    <name>SiteDesk</name>
    <message>
        <source>&amp;Use</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>This looks like {room}, served on {day}. Use its profile?</source>
        <translation>Das sieht aus wie {room}, zuletzt in Betrieb am {day}. Soll das Profil verwendet werden?</translation>
    </message>
</context>
<context>
    <name>Sparkline</name>
    <message>
        <source>Rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>The last minutes, larger</source>
        <translation>Die letzten Minuten, größer</translation>
    </message>
</context>
<context>
    <name>StageChips</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Image läuft</translation>
    </message>
    <message>
        <source>In menu</source>
        <translation>Im Menü</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Need you</source>
        <translation>Brauchen Hilfe</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Zeigen: {what}</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Verstummt</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Would boot</source>
        <translation>Würde booten</translation>
    </message>
    <message>
        <source>{count} not seen yet</source>
        <translation>{count} noch nicht gesehen</translation>
    </message>
</context>
<context>
    <name>TaskDialog</name>
    <message>
        <source>&amp;Capture</source>
        <translation>&amp;Aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Deploy to 1 computer</source>
        <translation>Auf 1 Computer &amp;verteilen</translation>
    </message>
    <message>
        <source>&amp;Deploy to {count} computers</source>
        <translation>Auf {count} Computer &amp;verteilen</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>&amp;Image</translation>
    </message>
    <message>
        <source>Capture an image</source>
        <translation>Image aufnehmen</translation>
    </message>
    <message>
        <source>Computers</source>
        <translation>Computer</translation>
    </message>
    <message>
        <source>Deploy an image</source>
        <translation>Image verteilen</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Number of computers</source>
        <translation>Anzahl der Computer</translation>
    </message>
    <message>
        <source>S&amp;witch the computers off when it is done</source>
        <translation>Die Computer aus&amp;schalten, wenn es fertig ist</translation>
    </message>
    <message>
        <source>Send it to all at once, by &amp;multicast</source>
        <translation>Per &amp;Multicast an alle auf einmal senden</translation>
    </message>
    <message>
        <source>Switch them &amp;on first, by Wake-on-LAN</source>
        <translation>Sie vorher per Wake-on-LAN &amp;einschalten</translation>
    </message>
    <message>
        <source>Type 1 to confirm: it is the number of computers.</source>
        <translation>Geben Sie zur Bestätigung 1 ein: die Anzahl der Computer.</translation>
    </message>
    <message>
        <source>Type the number of computers, {count}, to confirm.</source>
        <translation>Geben Sie zur Bestätigung die Anzahl der Computer ein: {count}.</translation>
    </message>
    <message>
        <source>the image that FOG has for the computer</source>
        <translation>das Image, das FOG für den Computer hat</translation>
    </message>
</context>
<context>
    <name>TransportCard</name>
    <message>
        <source>80, or 8080</source>
        <translation>80, oder 8080</translation>
    </message>
    <message>
        <source>Folders for one computer or architecture come first</source>
        <translation>Ordner für einen Computer oder eine Architektur gehen vor</translation>
    </message>
    <message>
        <source>HTTP port</source>
        <translation>HTTP-Port</translation>
    </message>
    <message>
        <source>How files travel</source>
        <translation>Wie Dateien übertragen werden</translation>
    </message>
    <message>
        <source>Local ports are written as 50000-50100.</source>
        <translation>Lokale Ports schreibt man als 50000-50100.</translation>
    </message>
    <message>
        <source>Serve HTTP too, and answer UEFI HTTP Boot</source>
        <translation>Auch HTTP bedienen und auf UEFI HTTP Boot antworten</translation>
    </message>
    <message>
        <source>TFTP: all transfers from port 69</source>
        <translation>TFTP: alle Übertragungen von Port 69</translation>
    </message>
    <message>
        <source>TFTP: block numbers go from 65535 to 1</source>
        <translation>TFTP: Blocknummern gehen von 65535 zu 1</translation>
    </message>
    <message>
        <source>TFTP: blocks in a row</source>
        <translation>TFTP: Blöcke in Folge</translation>
    </message>
    <message>
        <source>TFTP: largest block</source>
        <translation>TFTP: größter Block</translation>
    </message>
    <message>
        <source>TFTP: local ports</source>
        <translation>TFTP: lokale Ports</translation>
    </message>
    <message>
        <source>the system&apos;s choice, or 50000-50100</source>
        <translation>die Wahl des Systems, oder 50000-50100</translation>
    </message>
</context>
<context>
    <name>TrayDesk</name>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Show the window</source>
        <translation>&amp;Fenster zeigen</translation>
    </message>
    <message>
        <source>All {computers} are handed over. You can stop now.</source>
        <translation>Alle {computers} sind übergeben. Sie können jetzt stoppen.</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Sto&amp;pp</translation>
    </message>
    <message>
        <source>Serving goes on. The icon here brings the window back.</source>
        <translation>Der Betrieb läuft weiter. Das Symbol hier holt das Fenster zurück.</translation>
    </message>
    <message>
        <source>{computer}: {doing}</source>
        <translation>{computer}: {doing}</translation>
    </message>
    <message>
        <source>{count} computers failed.</source>
        <translation>{count} Computer sind fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Rows, one per computer</source>
        <translation>Zeilen, eine je Computer</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>The room as it stands (Ctrl+T)</source>
        <translation>Der Raum, wie er steht (Ctrl+T)</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
</context>
<context>
    <name>Waiting</name>
    <message>
        <source>Asks what stands in the way here; serving goes on</source>
        <translation>Fragt, was hier im Weg steht; bedient wird weiter</translation>
    </message>
    <message>
        <source>Boot ke&amp;ys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>Cancel chec&amp;k</source>
        <translation>Net&amp;zprüfung abbrechen</translation>
    </message>
    <message>
        <source>Check networ&amp;k</source>
        <translation>Net&amp;z prüfen</translation>
    </message>
    <message>
        <source>Check network tells more of this network; serving goes on meanwhile.</source>
        <translation>Netz prüfen sagt mehr über dieses Netz; bedient wird weiter.</translation>
    </message>
    <message>
        <source>DHCP requests heard: {count}</source>
        <translation>Gehörte DHCP-Anfragen: {count}</translation>
    </message>
    <message>
        <source>Keys of all makers, to print and take to the room</source>
        <translation>Tasten aller Hersteller, zum Drucken und Mitnehmen</translation>
    </message>
    <message>
        <source>No computer has asked for network boot yet.</source>
        <translation>Noch kein Computer hat nach Netzwerkstart gefragt.</translation>
    </message>
    <message>
        <source>Nothing heard yet. The usual causes, in this order:</source>
        <translation>Noch nichts gehört. Die üblichen Ursachen, in dieser Reihenfolge:</translation>
    </message>
    <message>
        <source>Nothing was heard yet.</source>
        <translation>Noch wurde nichts gehört.</translation>
    </message>
    <message>
        <source>Requests for an address were heard, so the cable is in a living network. None of them asked for network boot.</source>
        <translation>Anfragen nach einer Adresse wurden gehört, das Kabel steckt also in einem lebenden Netzwerk. Keine davon fragte nach Netzwerkstart.</translation>
    </message>
    <message>
        <source>Switch on a PC and choose network boot:</source>
        <translation>Schalten Sie einen PC ein und wählen Sie Netzwerk-Boot:</translation>
    </message>
    <message>
        <source>That can mean that no computer was switched on since, that none of them starts over the network, or that their cable or VLAN is another one than this laptop&apos;s.</source>
        <translation>Das kann heißen: Seitdem wurde kein Computer eingeschaltet, keiner davon startet über das Netzwerk, oder ihr Kabel oder VLAN ist ein anderes als das dieses Laptops.</translation>
    </message>
    <message>
        <source>Waiting for the first computer.</source>
        <translation>Warten auf den ersten Computer.</translation>
    </message>
</context>
<context>
    <name>WakeDesk</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Wake them</source>
        <translation>Auf&amp;wecken</translation>
    </message>
    <message>
        <source>A rehearsal has no computers that could be woken.</source>
        <translation>In einem Probelauf gibt es keine Computer, die man aufwecken könnte.</translation>
    </message>
    <message>
        <source>Switch on {computers}?</source>
        <translation>{computers} einschalten?</translation>
    </message>
    <message>
        <source>Telling {computers} to switch on.</source>
        <translation>Sage {computers}, dass sie starten sollen.</translation>
    </message>
    <message>
        <source>Ten in a second are told. Whoever has no Wake-on-LAN switched on in its firmware stays off.</source>
        <translation>Zehn pro Sekunde bekommen Bescheid. Wessen Firmware kein Wake-on-LAN eingeschaltet hat, bleibt aus.</translation>
    </message>
    <message>
        <source>Wake the whole room</source>
        <translation>Den ganzen Raum aufwecken</translation>
    </message>
    <message>
        <source>Wake-on-LAN was sent to {computers} on {cards}. Those that start show up here.</source>
        <translation>Wake-on-LAN wurde an {computers} auf {cards} gesendet. Wer startet, erscheint hier.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>1 computer</source>
        <translation>1 Computer</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Fragt an</translation>
    </message>
    <message>
        <source>Boot files</source>
        <translation>Boot-Dateien</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done means: FOG reports its task as complete.</source>
        <translation>Fertig heißt: FOG meldet die Aufgabe als erledigt.</translation>
    </message>
    <message>
        <source>Done means: handed over, so that it runs what it chose and needs this laptop no more.</source>
        <translation>Fertig heißt: übergeben. Er läuft mit dem, was er gewählt hat, und braucht diesen Laptop nicht mehr.</translation>
    </message>
    <message>
        <source>FOG reached</source>
        <translation>FOG erreicht</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Firewall</source>
        <translation>Firewall</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Imaging</source>
        <translation>Image läuft</translation>
    </message>
    <message>
        <source>In menu</source>
        <translation>Im Menü</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>Left alone</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
    <message>
        <source>May boot</source>
        <translation>Evtl. von hier</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>Braucht Hilfe</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Seat {name}</source>
        <translation>Platz {name}</translation>
    </message>
    <message>
        <source>Silent</source>
        <translation>Verstummt</translation>
    </message>
    <message>
        <source>Would boot</source>
        <translation>Würde booten</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>boot.php reached</source>
        <translation>boot.php erreicht</translation>
    </message>
    <message>
        <source>default.ipxe given</source>
        <translation>default.ipxe gegeben</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>files in about {time}</source>
        <translation>Dateien in etwa {time}</translation>
    </message>
    <message>
        <source>files in seconds</source>
        <translation>Dateien in Sekunden</translation>
    </message>
    <message>
        <source>heard a minute ago</source>
        <translation>vor einer Minute gehört</translation>
    </message>
    <message>
        <source>heard just now</source>
        <translation>gerade eben gehört</translation>
    </message>
    <message>
        <source>heard {count} hours ago</source>
        <translation>vor {count} Stunden gehört</translation>
    </message>
    <message>
        <source>heard {count} minutes ago</source>
        <translation>vor {count} Minuten gehört</translation>
    </message>
    <message>
        <source>heard {count} seconds ago</source>
        <translation>vor {count} Sekunden gehört</translation>
    </message>
    <message>
        <source>imaging reported by FOG</source>
        <translation>Imaging von FOG gemeldet</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>kernel fetched</source>
        <translation>Kernel geholt</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>nicht gesehen</translation>
    </message>
    <message>
        <source>seconds left</source>
        <translation>noch Sekunden</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>{count} computers</source>
        <translation>{count} Computer</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} Tage</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} h</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{count} percent</source>
        <translation>{count} Prozent</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{sent} of {size} {unit}</source>
        <translation>{sent} von {size} {unit}</translation>
    </message>
</context>
<context>
    <name>_FindingRow</name>
    <message>
        <source>Being checked.</source>
        <translation>Wird geprüft.</translation>
    </message>
</context>
</TS>
