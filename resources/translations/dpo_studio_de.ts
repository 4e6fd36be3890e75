<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>engine</name>
    <message>
        <source> Layers are computed again on the way back, to save memory.</source>
        <extracomment>engine/training/fit.py</extracomment>
        <translation> Schichten werden auf dem Rückweg noch einmal berechnet, um Speicher zu sparen.</translation>
    </message>
    <message>
        <source>0.6931 is ln 2, the loss of a coin toss (kto&apos;s is half a thumb&apos;s weight): the model has not begun to tell good replies from bad ones.</source>
        <extracomment>engine/training/watch/stuck.py</extracomment>
        <translation>0,6931 ist ln 2, der Loss eines Münzwurfs (bei kto das halbe Gewicht eines Daumens): Das Modell hat noch nicht begonnen, gute Antworten von schlechten zu unterscheiden.</translation>
    </message>
    <message>
        <source>1 pair</source>
        <extracomment>engine/data/reader.py, engine/training/reference_card.py</extracomment>
        <translation>1 Paar</translation>
    </message>
    <message>
        <source>1 vote</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>1 Stimme</translation>
    </message>
    <message>
        <source>301 to 1,000</source>
        <extracomment>engine/arena/coverage.py</extracomment>
        <translation>301 bis 1.000</translation>
    </message>
    <message>
        <source>81 to 300</source>
        <extracomment>engine/arena/coverage.py</extracomment>
        <translation>81 bis 300</translation>
    </message>
    <message>
        <source>A blend that a language model found by trying losses out.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Eine Mischung, die ein Sprachmodell durch Ausprobieren gefunden hat.</translation>
    </message>
    <message>
        <source>A checkpoint every so many updates.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Ein Zwischenstand alle so viele Aktualisierungen.</translation>
    </message>
    <message>
        <source>A compact table for datasets and pandas. Keeps turns, tools and score gaps.</source>
        <extracomment>engine/data/writers/parquet.py</extracomment>
        <translation>Eine kompakte Tabelle für datasets und pandas. Behält Beiträge, Werkzeuge und Punktabstände.</translation>
    </message>
    <message>
        <source>A file for &apos;trl dpo --config&apos; or one with &apos;stage: dpo&apos; can be imported. A plan of this program ends in .toml.</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>Eine Datei für &apos;trl dpo --config&apos; oder eine mit &apos;stage: dpo&apos; kann übernommen werden. Ein Plan dieses Programms endet auf .toml.</translation>
    </message>
    <message>
        <source>A file of settings has lines such as &apos;learning_rate: 5.0e-6&apos;.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>Eine Einstellungsdatei hat Zeilen wie &apos;learning_rate: 5.0e-6&apos;.</translation>
    </message>
    <message>
        <source>A fresh adapter begins at zero, so that the run begins at the model as it is.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Ein neuer Adapter beginnt bei null, damit der Lauf beim Modell beginnt, wie es ist.</translation>
    </message>
    <message>
        <source>A language model is the only kind that is trained.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Nur Sprachmodelle werden trainiert.</translation>
    </message>
    <message>
        <source>A model can repeat what it was trained on to anybody, word for word: addresses, phone numbers, card numbers.</source>
        <extracomment>engine/data/checks/personal_data.py</extracomment>
        <translation>Ein Modell kann jedem Wort für Wort wiederholen, womit es trainiert wurde: Adressen, Telefonnummern, Kartennummern.</translation>
    </message>
    <message>
        <source>A model is held in model.dtype, or in four bits by NF4.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Ein Modell wird in model.dtype gehalten oder mit NF4 in vier Bit.</translation>
    </message>
    <message>
        <source>A model that is trained on broken letters writes broken letters.</source>
        <extracomment>engine/data/checks/encoding_damage.py</extracomment>
        <translation>Ein Modell, das mit kaputten Buchstaben trainiert wird, schreibt kaputte Buchstaben.</translation>
    </message>
    <message>
        <source>A model that never sees the end of a reply talks on, and one that sees two learns a sign that nobody writes.</source>
        <extracomment>engine/data/checks/model/reply_end.py</extracomment>
        <translation>Ein Modell, das nie das Ende einer Antwort sieht, redet weiter, und eines, das zwei sieht, lernt ein Zeichen, das niemand schreibt.</translation>
    </message>
    <message>
        <source>A name on the internet is never fetched. Give the folder on this computer with --model.</source>
        <extracomment>engine/plan_import/places.py</extracomment>
        <translation>Ein Name im Internet wird nie geholt. Geben Sie mit --model den Ordner auf diesem Computer an.</translation>
    </message>
    <message>
        <source>A number of pairs; here it is a share of the data. Correct it.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Eine Zahl von Paaren; hier ist es ein Anteil der Daten. Korrigieren Sie sie.</translation>
    </message>
    <message>
        <source>A pair that differs from another by a word or two still counts twice, and leaks into the evaluation unseen.</source>
        <extracomment>engine/data/checks/near_duplicates.py</extracomment>
        <translation>Ein Paar, das sich von einem anderen um ein oder zwei Wörter unterscheidet, zählt trotzdem doppelt und sickert unbemerkt in den Test.</translation>
    </message>
    <message>
        <source>A pair that is there twice counts twice, and a copy that is held back makes the evaluation look better.</source>
        <extracomment>engine/data/checks/exact_duplicates.py</extracomment>
        <translation>Ein Paar, das zweimal da ist, zählt doppelt, und eine zurückgehaltene Kopie lässt den Test besser aussehen.</translation>
    </message>
    <message>
        <source>A pair&apos;s history is the same on both sides, so it is never trained on.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Die Vorgeschichte eines Paars ist auf beiden Seiten gleich, also wird sie nie trainiert.</translation>
    </message>
    <message>
        <source>A project&apos;s edits.jsonl, whose changes to pairs are made; empty makes none.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Die edits.jsonl eines Projekts, deren Änderungen an Paaren gemacht werden; leer macht keine.</translation>
    </message>
    <message>
        <source>A reply that repeats its prompt is often a whole dialogue in the wrong field, and teaches the model to echo.</source>
        <extracomment>engine/data/checks/prompt_in_reply.py</extracomment>
        <translation>Eine Antwort, die ihren Prompt wiederholt, ist oft ein ganzer Dialog im falschen Feld und lehrt das Modell nachzusprechen.</translation>
    </message>
    <message>
        <source>A resumed run always goes on where it was in the data.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Ein fortgesetzter Lauf macht immer weiter, wo er in den Daten war.</translation>
    </message>
    <message>
        <source>A run ends with an epoch.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Ein Lauf endet mit einer Epoche.</translation>
    </message>
    <message>
        <source>A run has one adapter.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Ein Lauf hat einen Adapter.</translation>
    </message>
    <message>
        <source>A run is resumed by its folder, with main.py resume.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Ein Lauf wird über seinen Ordner fortgesetzt, mit main.py resume.</translation>
    </message>
    <message>
        <source>A run uses one machine.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Ein Lauf nutzt einen Rechner.</translation>
    </message>
    <message>
        <source>A run&apos;s length is a number of epochs; set training.epochs.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Die Länge eines Laufs ist eine Zahl von Epochen; setzen Sie training.epochs.</translation>
    </message>
    <message>
        <source>A share of the file&apos;s pairs is held back, or data.evaluation_path is read.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Ein Anteil der Paare der Datei wird zurückgehalten, oder data.evaluation_path wird gelesen.</translation>
    </message>
    <message>
        <source>A share of the run; 0 picks about eight times.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Ein Anteil des Laufs; 0 nimmt etwa acht Mal.</translation>
    </message>
    <message>
        <source>A/B votes</source>
        <extracomment>engine/data/formats/spelled_vote.py</extracomment>
        <translation>A/B-Stimmen</translation>
    </message>
    <message>
        <source>AOT, unpaired</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>AOT, ungepaart</translation>
    </message>
    <message>
        <source>APO down</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>APO down</translation>
    </message>
    <message>
        <source>APO zero</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>APO zero</translation>
    </message>
    <message>
        <source>About another kind of training than DPO.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Betrifft eine andere Art von Training als DPO.</translation>
    </message>
    <message>
        <source>About another method than LoRA.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Betrifft ein anderes Verfahren als LoRA.</translation>
    </message>
    <message>
        <source>About how the other program computes its metrics.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Betrifft, wie das andere Programm seine Messwerte berechnet.</translation>
    </message>
    <message>
        <source>About logs and reports, which a run keeps in its own folder.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Betrifft Protokolle und Berichte, die ein Lauf im eigenen Ordner hat.</translation>
    </message>
    <message>
        <source>About several devices or machines; a run uses one.</source>
        <extracomment>engine/plan_import/trainer_arguments.py, engine/plan_import/trl.py</extracomment>
        <translation>Betrifft mehrere Geräte oder Rechner; ein Lauf nutzt eines.</translation>
    </message>
    <message>
        <source>About speed and memory only.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trainer_arguments.py, engine/plan_import/trl.py</extracomment>
        <translation>Betrifft nur Tempo und Speicher.</translation>
    </message>
    <message>
        <source>About the internet, which is never used.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Betrifft das Internet, das nie benutzt wird.</translation>
    </message>
    <message>
        <source>About what is done after training.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Betrifft, was nach dem Training getan wird.</translation>
    </message>
    <message>
        <source>About where and how files are written, which a run decides by itself.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Betrifft, wo und wie Dateien geschrieben werden; das bestimmt ein Lauf selbst.</translation>
    </message>
    <message>
        <source>AdamW&apos;s epsilon is 1e-8.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Das epsilon von AdamW ist 1e-8.</translation>
    </message>
    <message>
        <source>AdamW&apos;s first beta is 0.9.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Das erste beta von AdamW ist 0.9.</translation>
    </message>
    <message>
        <source>AdamW&apos;s second beta is 0.999.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Das zweite beta von AdamW ist 0.999.</translation>
    </message>
    <message>
        <source>Adapter scale</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Adapterskalierung</translation>
    </message>
    <message>
        <source>Adapter size</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Adaptergröße</translation>
    </message>
    <message>
        <source>Adapters are put on linear layers.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Adapter werden auf lineare Schichten gesetzt.</translation>
    </message>
    <message>
        <source>Add chosen-text loss in a new run</source>
        <extracomment>engine/training/watch/displacement.py</extracomment>
        <translation>Nachahmungs-Loss im neuen Lauf</translation>
    </message>
    <message>
        <source>After each epoch there; here about eight times a run.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Dort nach jeder Epoche; hier etwa acht Mal pro Lauf.</translation>
    </message>
    <message>
        <source>Aims at a fixed margin per token, so it does not run away on clear-cut pairs.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Zielt auf einen festen Abstand pro Token, läuft also bei eindeutigen Paaren nicht davon.</translation>
    </message>
    <message>
        <source>All pairs are used.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Alle Paare werden verwendet.</translation>
    </message>
    <message>
        <source>Alpaca</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Alpaca</translation>
    </message>
    <message>
        <source>Alpaca pairs</source>
        <extracomment>engine/data/formats/alpaca.py</extracomment>
        <translation>Alpaca-Paare</translation>
    </message>
    <message>
        <source>Alpaca pairs in one list</source>
        <extracomment>engine/data/formats/alpaca.py</extracomment>
        <translation>Alpaca-Paare in einer Liste</translation>
    </message>
    <message>
        <source>AlpacaEval annotations</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>AlpacaEval-Bewertungen</translation>
    </message>
    <message>
        <source>Alpha of the divergence</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Alpha der Divergenz</translation>
    </message>
    <message>
        <source>Amazon Nova preferences</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Amazon-Nova-Präferenzen</translation>
    </message>
    <message>
        <source>An adapter (lora) beside the model, or every weight of it (full), at about a tenth of the learning rate.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Ein Adapter (lora) neben dem Modell oder jedes seiner Gewichte (full), mit etwa einem Zehntel der Lernrate.</translation>
    </message>
    <message>
        <source>An adapter is trained, on one device.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Ein Adapter wird trainiert, auf einem Gerät.</translation>
    </message>
    <message>
        <source>An adapter is trained.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Ein Adapter wird trainiert.</translation>
    </message>
    <message>
        <source>An adapter to go on from; empty starts a fresh one.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Ein Adapter, von dem aus es weitergeht; leer beginnt einen neuen.</translation>
    </message>
    <message>
        <source>Another alpha for some of the layers, as in { q_proj = 64 }.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Ein anderes alpha für einige Schichten, wie in { q_proj = 64 }.</translation>
    </message>
    <message>
        <source>Another r for some of the layers, as in { q_proj = 32 }.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Ein anderes r für einige Schichten, wie in { q_proj = 32 }.</translation>
    </message>
    <message>
        <source>AnythingLLM chats</source>
        <extracomment>engine/data/formats/rated_chats.py</extracomment>
        <translation>AnythingLLM-Chats</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <extracomment>engine/model/device.py</extracomment>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>Arena battles</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Arena-Duelle</translation>
    </message>
    <message>
        <source>Arena battles in a table</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Arena-Duelle in einer Tabelle</translation>
    </message>
    <message>
        <source>Ask for 1 token or more.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Verlangen Sie mindestens 1 Token.</translation>
    </message>
    <message>
        <source>Ask for a shorter reply, begin a new conversation, or choose the CPU.</source>
        <extracomment>engine/chat/decoder.py</extracomment>
        <translation>Verlangen Sie eine kürzere Antwort, beginnen Sie eine neue Unterhaltung oder wählen Sie die CPU.</translation>
    </message>
    <message>
        <source>Ask for shorter replies, or begin a new chat.</source>
        <extracomment>engine/evaluation/reply_reward.py</extracomment>
        <translation>Verlangen Sie kürzere Antworten, oder beginnen Sie einen neuen Chat.</translation>
    </message>
    <message>
        <source>At temperature 0 both replies are always the same. Choose a higher one.</source>
        <extracomment>engine/arena/plan.py</extracomment>
        <translation>Bei Temperatur 0 sind beide Antworten immer gleich. Wählen Sie eine höhere.</translation>
    </message>
    <message>
        <source>Auto-J comparisons</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>Auto-J-Vergleiche</translation>
    </message>
    <message>
        <source>Before the first update both models are the same, so the margin is 0.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Vor der ersten Aktualisierung sind beide Modelle gleich, also ist der Abstand 0.</translation>
    </message>
    <message>
        <source>Before the first update the model and its reference already differ, so rewards would be wrong.</source>
        <extracomment>engine/training/invariant.py</extracomment>
        <translation>Vor der ersten Aktualisierung unterscheiden sich das Modell und seine Referenz schon, also wären die Rewards falsch.</translation>
    </message>
    <message>
        <source>Best by</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Bester nach</translation>
    </message>
    <message>
        <source>Better</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Between forward_kl (0) and reverse_kl (1).</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Zwischen forward_kl (0) und reverse_kl (1).</translation>
    </message>
    <message>
        <source>Both down, rejected further: for chosen replies that are worse than the model&apos;s own.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Beide hinunter, abgelehnte weiter: für bevorzugte Antworten, die schlechter sind als die des Modells.</translation>
    </message>
    <message>
        <source>Both halves of the adapter learn at the same rate.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Beide Hälften des Adapters lernen mit derselben Rate.</translation>
    </message>
    <message>
        <source>Both replies say nothing.</source>
        <extracomment>engine/arena/pairs.py</extracomment>
        <translation>Beide Antworten sagen nichts.</translation>
    </message>
    <message>
        <source>Both replies say the same.</source>
        <extracomment>engine/arena/pairs.py</extracomment>
        <translation>Beide Antworten sagen dasselbe.</translation>
    </message>
    <message>
        <source>Both sides are the same text, so where the reply begins cannot be told.</source>
        <extracomment>engine/data/formats/shared_prompt.py</extracomment>
        <translation>Beide Seiten sind derselbe Text, daher ist nicht zu sagen, wo die Antwort beginnt.</translation>
    </message>
    <message>
        <source>Chained questions</source>
        <extracomment>engine/data/formats/chain.py</extracomment>
        <translation>Verkettete Fragen</translation>
    </message>
    <message>
        <source>Changed while it ran</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Während des Laufs geändert</translation>
    </message>
    <message>
        <source>Chat template</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>Check its permissions and the disk, or choose another file.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Prüfen Sie ihre Rechte und den Datenträger, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Check that its folder is still there and may be written.</source>
        <extracomment>engine/storage/run_remarks.py</extracomment>
        <translation>Prüfen Sie, ob sein Ordner noch da ist und beschrieben werden darf.</translation>
    </message>
    <message>
        <source>Check that you may open its files.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Prüfen Sie, ob Sie seine Dateien öffnen dürfen.</translation>
    </message>
    <message>
        <source>Check that you may open the file.</source>
        <extracomment>engine/storage/arena_log.py, engine/storage/edit_log.py, engine/storage/pair_file.py, engine/storage/vote_log.py</extracomment>
        <translation>Prüfen Sie, ob Sie die Datei öffnen dürfen.</translation>
    </message>
    <message>
        <source>Check the disk&apos;s free space and the folder&apos;s permissions, then resume the run.</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Prüfen Sie den freien Platz auf dem Datenträger und die Rechte des Ordners, und setzen Sie dann den Lauf fort.</translation>
    </message>
    <message>
        <source>Check the disk&apos;s free space and the folder&apos;s permissions, then try again.</source>
        <extracomment>engine/storage/arena_log.py, engine/storage/pair_file.py, app/background/failure.py</extracomment>
        <translation>Prüfen Sie den freien Platz auf dem Datenträger und die Rechte des Ordners, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Check the disk&apos;s free space and the folder&apos;s permissions, then vote again.</source>
        <extracomment>engine/storage/vote_log.py</extracomment>
        <translation>Prüfen Sie den freien Platz auf dem Datenträger und die Rechte des Ordners, und stimmen Sie dann noch einmal ab.</translation>
    </message>
    <message>
        <source>Check the disk&apos;s free space and the folder&apos;s permissions.</source>
        <extracomment>engine/evaluation/reward_report_words.py, engine/storage/edit_log.py</extracomment>
        <translation>Prüfen Sie den freien Platz auf dem Datenträger und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>Check the path and that you may open it.</source>
        <extracomment>engine/plan_file.py, engine/plan_import/yaml_file.py</extracomment>
        <translation>Prüfen Sie den Pfad und ob Sie die Datei öffnen dürfen.</translation>
    </message>
    <message>
        <source>Check the path, or choose another file.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Prüfen Sie den Pfad, oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Check the path, or choose the model again.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Prüfen Sie den Pfad, oder wählen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Check the project folder&apos;s permissions.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>Prüfen Sie die Rechte des Projektordners.</translation>
    </message>
    <message>
        <source>Checking that model and reference agree</source>
        <extracomment>engine/training/assembly.py</extracomment>
        <translation>Prüft, ob Modell und Referenz übereinstimmen</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Zwischenstand alle</translation>
    </message>
    <message>
        <source>Checkpoints are always made, about eight times a run.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Zwischenstände werden immer gemacht, etwa acht Mal pro Lauf.</translation>
    </message>
    <message>
        <source>Checkpoints are made about eight times a run, not after each epoch.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Zwischenstände werden etwa acht Mal pro Lauf gemacht, nicht nach jeder Epoche.</translation>
    </message>
    <message>
        <source>Checkpoints are made about eight times a run.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Zwischenstände werden etwa acht Mal pro Lauf gemacht.</translation>
    </message>
    <message>
        <source>Choose a file with a chosen and a rejected reply for each prompt.</source>
        <extracomment>engine/data/reading.py, engine/data/text_file.py</extracomment>
        <translation>Wählen Sie eine Datei mit einer bevorzugten und einer abgelehnten Antwort zu jedem Prompt.</translation>
    </message>
    <message>
        <source>Choose a file with one object for each pair of replies.</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>Wählen Sie eine Datei mit einem Objekt für jedes Antwortpaar.</translation>
    </message>
    <message>
        <source>Choose a file with ratings.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Wählen Sie eine Datei mit Bewertungen.</translation>
    </message>
    <message>
        <source>Choose a folder that holds a chat model as Hugging Face stores it: config.json, model.safetensors, tokenizer.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Wählen Sie einen Ordner mit einem Chatmodell, wie Hugging Face es speichert: config.json, model.safetensors, Tokenizer.</translation>
    </message>
    <message>
        <source>Choose a model of another family, such as Llama, Qwen, Gemma, Mistral, Phi or SmolLM.</source>
        <extracomment>engine/preference/output_head.py</extracomment>
        <translation>Wählen Sie ein Modell einer anderen Familie, etwa Llama, Qwen, Gemma, Mistral, Phi oder SmolLM.</translation>
    </message>
    <message>
        <source>Choose a model that was trained from this one.</source>
        <extracomment>engine/model/whole_weights.py</extracomment>
        <translation>Wählen Sie ein Modell, das aus diesem trainiert wurde.</translation>
    </message>
    <message>
        <source>Choose a new folder, or resume the run that is in it.</source>
        <extracomment>engine/storage/run_folder.py</extracomment>
        <translation>Wählen Sie einen neuen Ordner, oder setzen Sie den Lauf darin fort.</translation>
    </message>
    <message>
        <source>Choose a new folder.</source>
        <extracomment>engine/export/destination.py, engine/sweep/folder.py</extracomment>
        <translation>Wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Wählen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>Choose a number above 0, up to 1.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Wählen Sie eine Zahl über 0, bis 1.</translation>
    </message>
    <message>
        <source>Choose a number above 0, up to 10.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Wählen Sie eine Zahl über 0, bis 10.</translation>
    </message>
    <message>
        <source>Choose a number from 0 to 1.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Wählen Sie eine Zahl von 0 bis 1.</translation>
    </message>
    <message>
        <source>Choose a number from 0 to 10.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Wählen Sie eine Zahl von 0 bis 10.</translation>
    </message>
    <message>
        <source>Choose a preference file, a text file with a prompt on each line, or JSON lines with a prompt in each.</source>
        <extracomment>engine/evaluation/prompts.py</extracomment>
        <translation>Wählen Sie eine Präferenzdatei, eine Textdatei mit einem Prompt in jeder Zeile oder JSON-Zeilen mit je einem Prompt.</translation>
    </message>
    <message>
        <source>Choose a smaller model, or the CPU as the device.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Wählen Sie ein kleineres Modell oder die CPU als Gerät.</translation>
    </message>
    <message>
        <source>Choose a trained model, or ask for one reply.</source>
        <extracomment>engine/chat/best_of.py</extracomment>
        <translation>Wählen Sie ein trainiertes Modell oder verlangen Sie eine Antwort.</translation>
    </message>
    <message>
        <source>Choose a whole number from 0 on.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Wählen Sie eine ganze Zahl ab 0.</translation>
    </message>
    <message>
        <source>Choose a whole number; 0 leaves out nothing.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Wählen Sie eine ganze Zahl; 0 lässt nichts weg.</translation>
    </message>
    <message>
        <source>Choose an adapter of the same model.</source>
        <extracomment>engine/model/voice.py</extracomment>
        <translation>Wählen Sie einen Adapter desselben Modells.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <extracomment>engine/data/containers/sqlite.py, engine/data/file_shape.py</extracomment>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <extracomment>engine/export/runs_csv.py, engine/storage/run_folder.py, engine/sweep/folder.py</extracomment>
        <translation>Wählen Sie einen anderen Ordner, oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Choose another folder, or free some space on its disk.</source>
        <extracomment>engine/export/tensorboard.py</extracomment>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf dem Datenträger.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room there.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <extracomment>engine/chat/transcript.py, engine/data/writers/save_copy.py, engine/evaluation/keep.py, engine/evaluation/report.py, engine/export/tensorboard.py</extracomment>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another name for the copy.</source>
        <extracomment>engine/data/writers/save_copy.py</extracomment>
        <translation>Wählen Sie einen anderen Namen für die Kopie.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another place, or change its permissions.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Wählen Sie einen anderen Ort, oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Choose another source of prompts.</source>
        <extracomment>engine/evaluation/trial.py</extracomment>
        <translation>Wählen Sie eine andere Quelle für Prompts.</translation>
    </message>
    <message>
        <source>Choose auto, bfloat16 or float32.</source>
        <extracomment>engine/model/device.py</extracomment>
        <translation>Wählen Sie auto, bfloat16 oder float32.</translation>
    </message>
    <message>
        <source>Choose one: on the Model page, as model.chat_template in a plan, or with --chat-template. The chat or instruct version of this model has its own.</source>
        <extracomment>engine/model/template.py</extracomment>
        <translation>Wählen Sie eine: auf der Modellseite, als model.chat_template in einem Plan oder mit --chat-template. Die Chat- oder Instruct-Version dieses Modells hat eine eigene.</translation>
    </message>
    <message>
        <source>Choose the GGUF of a chat model.</source>
        <extracomment>engine/model/gguf/facts.py</extracomment>
        <translation>Wählen Sie die GGUF-Datei eines Chatmodells.</translation>
    </message>
    <message>
        <source>Choose the adapter folder of a run, or a folder that peft wrote.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Wählen Sie den Adapterordner eines Laufs oder einen Ordner, den peft geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose the base model&apos;s folder as the model, and this one as the adapter.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Wählen Sie den Ordner des Basismodells als Modell und diesen als Adapter.</translation>
    </message>
    <message>
        <source>Choose the chat or instruct version of a model, with all of its files.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Wählen Sie die Chat- oder Instruct-Version eines Modells, mit allen Dateien.</translation>
    </message>
    <message>
        <source>Choose the file on the Model page, or run the command import-gguf, and use the folder that comes of it.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Wählen Sie die Datei auf der Modellseite, oder führen Sie den Befehl import-gguf aus, und nehmen Sie den Ordner, der daraus wird.</translation>
    </message>
    <message>
        <source>Choose the file that was given to the other program as its configuration.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>Wählen Sie die Datei, die das andere Programm als Konfiguration bekommen hat.</translation>
    </message>
    <message>
        <source>Choose the folder of a run that was trained here.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>Wählen Sie den Ordner eines Laufs, der hier trainiert wurde.</translation>
    </message>
    <message>
        <source>Choose the folder of a run; it holds plan.toml and manifest.json.</source>
        <extracomment>engine/storage/manifest.py</extracomment>
        <translation>Wählen Sie den Ordner eines Laufs; er enthält plan.toml und manifest.json.</translation>
    </message>
    <message>
        <source>Choose the folder of a run; it holds plan.toml.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>Wählen Sie den Ordner eines Laufs; er enthält plan.toml.</translation>
    </message>
    <message>
        <source>Choose the folder of one of them.</source>
        <extracomment>engine/data/containers/saved_dataset.py</extracomment>
        <translation>Wählen Sie den Ordner von einem davon.</translation>
    </message>
    <message>
        <source>Choose the model that it was made for.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Wählen Sie das Modell, für das er gemacht wurde.</translation>
    </message>
    <message>
        <source>Choose the preference file inside it.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Wählen Sie die Präferenzdatei darin.</translation>
    </message>
    <message>
        <source>Choose two different temperatures.</source>
        <extracomment>engine/arena/plan.py</extracomment>
        <translation>Wählen Sie zwei verschiedene Temperaturen.</translation>
    </message>
    <message>
        <source>Chosen up, rejected down: for chosen replies that are better than the model&apos;s own.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Bevorzugte hinauf, abgelehnte hinunter: für bevorzugte Antworten, die besser sind als die des Modells.</translation>
    </message>
    <message>
        <source>Close other windows of DPO Studio, then try again.</source>
        <extracomment>app/background/own_folder.py</extracomment>
        <translation>Schließen Sie andere Fenster von DPO Studio und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Closeness to the original</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Nähe zum Original</translation>
    </message>
    <message>
        <source>Code that lies beside a model is never carried out.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Code, der neben einem Modell liegt, wird nie ausgeführt.</translation>
    </message>
    <message>
        <source>Columns</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Compares all chosen with all rejected replies of an update; wants many pairs per update.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Vergleicht alle bevorzugten mit allen abgelehnten Antworten einer Aktualisierung; will viele Paare pro Aktualisierung.</translation>
    </message>
    <message>
        <source>Compares all pairs of an update as a whole; wants many pairs per update.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Vergleicht alle Paare einer Aktualisierung im Ganzen; will viele Paare pro Aktualisierung.</translation>
    </message>
    <message>
        <source>Compute a prompt once for both replies, where that is exact. auto: unless float32 is asked for by hand.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Einen Prompt für beide Antworten nur einmal berechnen, wo das genau ist. auto: außer wenn float32 von Hand verlangt ist.</translation>
    </message>
    <message>
        <source>Compute layers twice</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Schichten zweimal berechnen</translation>
    </message>
    <message>
        <source>Contradictions</source>
        <extracomment>engine/data/checks/contradictions.py</extracomment>
        <translation>Widersprüche</translation>
    </message>
    <message>
        <source>Copy or export the database again.</source>
        <extracomment>engine/data/containers/sqlite.py</extracomment>
        <translation>Kopieren oder exportieren Sie die Datenbank noch einmal.</translation>
    </message>
    <message>
        <source>Copy the whole model folder again, tokenizer.json included.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Kopieren Sie den ganzen Modellordner noch einmal, mit tokenizer.json.</translation>
    </message>
    <message>
        <source>Copy the whole model folder again.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Kopieren Sie den ganzen Modellordner noch einmal.</translation>
    </message>
    <message>
        <source>Correct it in the file.</source>
        <extracomment>engine/plan_import/places.py, engine/plan_import/translation.py</extracomment>
        <translation>Korrigieren Sie es in der Datei.</translation>
    </message>
    <message>
        <source>Correct it, or leave it out.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Korrigieren Sie es, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Correct it.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Korrigieren Sie es.</translation>
    </message>
    <message>
        <source>Correct that place and start again.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Korrigieren Sie die Stelle, und beginnen Sie neu.</translation>
    </message>
    <message>
        <source>Cut replies</source>
        <extracomment>engine/data/checks/model/cut_replies.py</extracomment>
        <translation>Abgeschnittene Antworten</translation>
    </message>
    <message>
        <source>DPO is what a plan is for.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Für DPO ist ein Plan da.</translation>
    </message>
    <message>
        <source>DPO on likelihoods per token, so that long replies do not count more.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>DPO auf Wahrscheinlichkeiten pro Token, damit lange Antworten nicht mehr zählen.</translation>
    </message>
    <message>
        <source>DPO per token</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>DPO pro Token</translation>
    </message>
    <message>
        <source>DPO sums over tokens, so it is easily drawn to length itself rather than to what makes a reply better.</source>
        <extracomment>engine/training/watch/length_drift.py</extracomment>
        <translation>DPO summiert über Token, daher zieht es leicht die Länge selbst an statt das, was eine Antwort besser macht.</translation>
    </message>
    <message>
        <source>DPO that also learns the chosen replies word for word, so that their likelihood does not fall.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>DPO, das die bevorzugten Antworten auch Wort für Wort lernt, damit ihre Wahrscheinlichkeit nicht fällt.</translation>
    </message>
    <message>
        <source>DPO, BCO and imitation together: which reply is better, how good each is, and how to write it.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>DPO, BCO und Nachahmung zusammen: welche Antwort besser ist, wie gut jede ist und wie man sie schreibt.</translation>
    </message>
    <message>
        <source>Damaged characters</source>
        <extracomment>engine/data/checks/encoding_damage.py</extracomment>
        <translation>Beschädigte Zeichen</translation>
    </message>
    <message>
        <source>Data, by its content</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Daten, nach ihrem Inhalt</translation>
    </message>
    <message>
        <source>Decides the order of the pairs and the adapter&apos;s first values.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Bestimmt die Reihenfolge der Paare und die ersten Werte des Adapters.</translation>
    </message>
    <message>
        <source>Decides which pairs are held back.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Bestimmt, welche Paare zurückgehalten werden.</translation>
    </message>
    <message>
        <source>Deciding quality</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Entscheidende Qualität</translation>
    </message>
    <message>
        <source>Delete the folder reference_logps in the program&apos;s data folder; they are then computed again.</source>
        <extracomment>engine/training/invariant.py</extracomment>
        <translation>Löschen Sie den Ordner reference_logps im Datenordner des Programms; sie werden dann neu berechnet.</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Device, by name</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Gerät, mit Namen</translation>
    </message>
    <message>
        <source>Direction and size apart</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Richtung und Größe getrennt</translation>
    </message>
    <message>
        <source>Divergence</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Divergenz</translation>
    </message>
    <message>
        <source>Download or copy the file again.</source>
        <extracomment>engine/data/compressed.py</extracomment>
        <translation>Laden oder kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Download or save the file again.</source>
        <extracomment>engine/data/containers/arrow.py</extracomment>
        <translation>Laden oder speichern Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Download the file itself, then choose it.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Laden Sie die Datei selbst, und wählen Sie dann diese.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Dropout is left on in the adapter only, not in the model.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Dropout bleibt nur im Adapter an, nicht im Modell.</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <extracomment>engine/data/checks/exact_duplicates.py</extracomment>
        <translation>Doppelte</translation>
    </message>
    <message>
        <source>Each loss counts 1, as here.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Jeder Loss zählt 1, wie hier.</translation>
    </message>
    <message>
        <source>Edits</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Edits, by their content</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Änderungen, nach ihrem Inhalt</translation>
    </message>
    <message>
        <source>End with the best checkpoint after so many evaluations that are no better; 0 never does.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Mit dem besten Zwischenstand enden, nach so vielen Tests, die nicht besser sind; 0 tut es nie.</translation>
    </message>
    <message>
        <source>End with the weights of the best evaluation instead of the last ones.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Mit den Gewichten des besten Tests enden statt mit den letzten.</translation>
    </message>
    <message>
        <source>Ended on request.</source>
        <extracomment>engine/training/course.py</extracomment>
        <translation>Auf Wunsch beendet.</translation>
    </message>
    <message>
        <source>Ending with the best checkpoint.</source>
        <extracomment>engine/training/course.py</extracomment>
        <translation>Endet mit dem besten Zwischenstand.</translation>
    </message>
    <message>
        <source>Environment variables are not set by a plan.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Umgebungsvariablen werden von einem Plan nicht gesetzt.</translation>
    </message>
    <message>
        <source>Evaluate every</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Testen alle</translation>
    </message>
    <message>
        <source>Evaluated every so many updates.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Getestet alle so viele Aktualisierungen.</translation>
    </message>
    <message>
        <source>Evaluation file</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Testdatei</translation>
    </message>
    <message>
        <source>Evaluations begin with the run.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Die Tests beginnen mit dem Lauf.</translation>
    </message>
    <message>
        <source>Everything up to the last checkpoint is saved; the run&apos;s log.txt has the details.</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Alles bis zum letzten Zwischenstand ist gespeichert; die log.txt des Laufs hat die Einzelheiten.</translation>
    </message>
    <message>
        <source>Export its adapter.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Exportieren Sie seinen Adapter.</translation>
    </message>
    <message>
        <source>Export its model instead.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Exportieren Sie stattdessen sein Modell.</translation>
    </message>
    <message>
        <source>Export or download the file again, or mend that line.</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>Exportieren oder laden Sie die Datei noch einmal, oder bessern Sie die Zeile aus.</translation>
    </message>
    <message>
        <source>Export the chat as JSON instead.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Exportieren Sie den Chat stattdessen als JSON.</translation>
    </message>
    <message>
        <source>FastChat logs</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>FastChat-Protokolle</translation>
    </message>
    <message>
        <source>Fetch the file again.</source>
        <extracomment>engine/model/gguf/convert.py, engine/model/gguf/header.py</extracomment>
        <translation>Holen Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>Fetch the model again, all of its files.</source>
        <extracomment>engine/model/base_weights.py, engine/model/inspect.py, engine/model/weight_files.py</extracomment>
        <translation>Holen Sie das Modell noch einmal, mit allen Dateien.</translation>
    </message>
    <message>
        <source>Fetch the model again.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Holen Sie das Modell noch einmal.</translation>
    </message>
    <message>
        <source>Fetch the model in safetensors, or convert it with transformers on a machine where you trust the file.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Holen Sie das Modell in safetensors, oder wandeln Sie es mit transformers auf einem Rechner um, auf dem Sie der Datei vertrauen.</translation>
    </message>
    <message>
        <source>Fetch the original model (safetensors) that it was made from, and choose its folder.</source>
        <extracomment>engine/model/gguf/families.py, engine/model/gguf/rope.py, engine/model/gguf/weights.py</extracomment>
        <translation>Holen Sie das Originalmodell (safetensors), aus dem sie gemacht wurde, und wählen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>Fine-Grained RLHF comparisons</source>
        <extracomment>engine/data/formats/fine_grained.py</extracomment>
        <translation>Fine-Grained-RLHF-Vergleiche</translation>
    </message>
    <message>
        <source>For data in which a known share of the pairs is the wrong way round.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Für Daten, in denen ein bekannter Anteil der Paare verkehrt herum ist.</translation>
    </message>
    <message>
        <source>For example [&quot;all-linear&quot;].</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Zum Beispiel [&quot;all-linear&quot;].</translation>
    </message>
    <message>
        <source>For example [0.8, 0.2].</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Zum Beispiel [0.8, 0.2].</translation>
    </message>
    <message>
        <source>About the same</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Etwa gleich</translation>
    </message>
    <message>
        <source>0.1 to 0.5</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>0,1 bis 0,5</translation>
    </message>
    <message>
        <source>0.5 to 1</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>0,5 bis 1</translation>
    </message>
    <message>
        <source>1 to 2</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>1 bis 2</translation>
    </message>
    <message>
        <source>2 or more</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>2 oder mehr</translation>
    </message>
    <message>
        <source>50% to 60%</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>50 % bis 60 %</translation>
    </message>
    <message>
        <source>60% to 70%</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>60 % bis 70 %</translation>
    </message>
    <message>
        <source>70% to 80%</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>70 % bis 80 %</translation>
    </message>
    <message>
        <source>80% to 90%</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>80 % bis 90 %</translation>
    </message>
    <message>
        <source>90% or more</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>90 % oder mehr</translation>
    </message>
    <message>
        <source>Accuracy that holds only where the chosen reply is longer means that length was learnt, not quality.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Eine Trefferquote, die nur dort gut ist, wo die bevorzugte Antwort länger ist, heißt: Gelernt wurde die Länge, nicht die Güte.</translation>
    </message>
    <message>
        <source>All weights are trained, and there is no adapter.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Alle Gewichte werden trainiert, und es gibt keinen Adapter.</translation>
    </message>
    <message>
        <source>Another program, or too little memory, can cause this. Try again with fewer programs open.</source>
        <extracomment>app/background/beside.py</extracomment>
        <translation>Ein anderes Programm oder zu wenig Speicher kann die Ursache sein. Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Begun</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Both bad</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>By length</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Nach Länge</translation>
    </message>
    <message>
        <source>By margin</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Nach Abstand</translation>
    </message>
    <message>
        <source>Choose a file whose stage is dpo or kto.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Wählen Sie eine Datei, deren stage dpo oder kto ist.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model or file.</source>
        <extracomment>app/background/failure.py</extracomment>
        <translation>Schließen Sie andere Programme oder wählen Sie ein kleineres Modell oder eine kleinere Datei.</translation>
    </message>
    <message>
        <source>Difference in tokens</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Unterschied in Tokens</translation>
    </message>
    <message>
        <source>Does the margin mean what it says?</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Bedeutet der Abstand, was er sagt?</translation>
    </message>
    <message>
        <source>Each prompt was answered twice, by the original model and by the trained one, with the same random numbers. The replies stood side by side without names, on sides that were shuffled for each prompt. Ties, two bad replies and prompts that were passed over do not count towards the win rate. The range is a 95% confidence sequence (the beta-binomial mixture: Robbins 1970; Howard, Ramdas, McAuliffe and Sekhon 2021), which stays valid when one looks at the result after each vote and stops at will. The range of a group holds for that group alone.</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Jeder Prompt wurde zweimal beantwortet, vom Originalmodell und vom trainierten, mit denselben Zufallszahlen. Die Antworten standen ohne Namen nebeneinander, auf Seiten, die für jeden Prompt gemischt wurden. Gleichstände, zwei schlechte Antworten und übersprungene Prompts zählen nicht zur Gewinnquote. Der Bereich ist eine 95-%-Konfidenzfolge (die Beta-Binomial-Mischung: Robbins 1970; Howard, Ramdas, McAuliffe und Sekhon 2021), die gültig bleibt, wenn man nach jeder Stimme auf das Ergebnis sieht und nach Belieben aufhört. Der Bereich einer Gruppe gilt nur für diese Gruppe.</translation>
    </message>
    <message>
        <source>For kto: makes each pair a thumb up and a thumb down, each judged by itself.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Für kto: macht aus jedem Paar einen Daumen nach oben und einen nach unten, jeder für sich beurteilt.</translation>
    </message>
    <message>
        <source>Four bits are always NF4.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Vier Bit sind immer NF4.</translation>
    </message>
    <message>
        <source>Free some space on the disk, or change its permissions.</source>
        <extracomment>engine/sweep/begun.py</extracomment>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Free some space on this disk, or choose another checkpoint.</source>
        <extracomment>engine/model/checkpoint_voice.py</extracomment>
        <translation>Schaffen Sie Platz auf diesem Datenträger, oder wählen Sie einen anderen Zwischenstand.</translation>
    </message>
    <message>
        <source>Free some space on this disk, then resume the run from its last checkpoint.</source>
        <extracomment>engine/storage/checkpoint.py</extracomment>
        <translation>Schaffen Sie Platz auf diesem Datenträger, und setzen Sie dann den Lauf vom letzten Zwischenstand fort.</translation>
    </message>
    <message>
        <source>Friendlier</source>
        <extracomment>engine/evaluation/vote.py</extracomment>
        <translation>Freundlicher</translation>
    </message>
    <message>
        <source>From now on</source>
        <extracomment>engine/training/room.py</extracomment>
        <translation>Von jetzt an</translation>
    </message>
    <message>
        <source>Gemini preferences</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Gemini-Präferenzen</translation>
    </message>
    <message>
        <source>Gemma</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Gemma</translation>
    </message>
    <message>
        <source>Give a file with prompt and replies.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Geben Sie eine Datei mit Prompt und Antworten an.</translation>
    </message>
    <message>
        <source>Give a folder that peft wrote, or leave adapter.path empty.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Geben Sie einen Ordner an, den peft geschrieben hat, oder lassen Sie adapter.path leer.</translation>
    </message>
    <message>
        <source>Give a path on this computer.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Geben Sie einen Pfad auf diesem Computer an.</translation>
    </message>
    <message>
        <source>Give back the plan as it was, or choose a new folder.</source>
        <extracomment>engine/sweep/folder.py</extracomment>
        <translation>Geben Sie den Plan zurück, wie er war, oder wählen Sie einen neuen Ordner.</translation>
    </message>
    <message>
        <source>Give one for each loss, in their order, or none.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Geben Sie eine für jeden Loss an, in ihrer Reihenfolge, oder keine.</translation>
    </message>
    <message>
        <source>Give the edits.jsonl of a project, or of a run.</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>Geben Sie die edits.jsonl eines Projekts oder eines Laufs an.</translation>
    </message>
    <message>
        <source>Give the folder of a local chat model.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Geben Sie den Ordner eines lokalen Chatmodells an.</translation>
    </message>
    <message>
        <source>Go back to the last good checkpoint and go on with a lower learning rate.</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Gehen Sie zum letzten guten Zwischenstand zurück, und machen Sie mit kleinerer Lernrate weiter.</translation>
    </message>
    <message>
        <source>Go back, halve learning rate</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Zurück, Lernrate halbieren</translation>
    </message>
    <message>
        <source>Go on there, or close it first. Two windows would not see each other&apos;s edits.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Machen Sie dort weiter, oder schließen Sie es zuerst. Zwei Fenster würden die Änderungen des anderen nicht sehen.</translation>
    </message>
    <message>
        <source>Gradient clipping</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Gradientenbegrenzung</translation>
    </message>
    <message>
        <source>Half precision with loss scaling is not offered; bfloat16 takes as little memory.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Halbe Genauigkeit mit Skalierung des Loss gibt es nicht; bfloat16 braucht ebenso wenig Speicher.</translation>
    </message>
    <message>
        <source>Halve learning rate</source>
        <extracomment>engine/training/watch/alarm.py</extracomment>
        <translation>Lernrate halbieren</translation>
    </message>
    <message>
        <source>Halve learning rate in a new run</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Halbe Lernrate im neuen Lauf</translation>
    </message>
    <message>
        <source>Headings in plain text, as in Stanford&apos;s Alpaca. Base models have seen many such texts.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Überschriften in reinem Text, wie in Stanfords Alpaca. Basismodelle haben viele solche Texte gesehen.</translation>
    </message>
    <message>
        <source>Held back</source>
        <extracomment>engine/evaluation/prompts.py, engine/plan.py</extracomment>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Held-back pairs are a share of the data, and only if it evaluates.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Zurückgehaltene Paare sind ein Anteil der Daten, und nur, wenn getestet wird.</translation>
    </message>
    <message>
        <source>Held-back pairs of their own; empty takes a share of the data.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Eigene zurückgehaltene Paare; leer nimmt einen Anteil der Daten.</translation>
    </message>
    <message>
        <source>Higher keeps the model closer to how it talks now.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Höher hält das Modell näher daran, wie es jetzt spricht.</translation>
    </message>
    <message>
        <source>Hinge</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>Hold some pairs back, for example data.evaluation_share = 0.1, or leave it out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Halten Sie einige Paare zurück, zum Beispiel data.evaluation_share = 0.1, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Holds the model&apos;s frozen weights in 4-bit NF4 (QLoRA). Needs a CUDA card.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Hält die festen Gewichte des Modells in 4-Bit-NF4 (QLoRA). Braucht eine CUDA-Karte.</translation>
    </message>
    <message>
        <source>How a conversation is written for a model that brings none; empty takes the model&apos;s own.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Wie eine Unterhaltung für ein Modell ohne Vorlage geschrieben wird; leer nimmt die des Modells.</translation>
    </message>
    <message>
        <source>How big each correction is. Too high and replies turn bad.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Wie groß jede Korrektur ist. Zu hoch, und die Antworten werden schlecht.</translation>
    </message>
    <message>
        <source>How distance from the original is measured; reverse_kl is DPO as published.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie die Entfernung vom Original gemessen wird; reverse_kl ist DPO, wie es veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>How far ahead the chosen reply should come, in units of the reward.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie weit die bevorzugte Antwort voraus sein soll, in Einheiten des Rewards.</translation>
    </message>
    <message>
        <source>How many held-back prompts to answer now and then; 0 answers none.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Wie viele zurückgehaltene Prompts ab und zu beantwortet werden; 0 keine.</translation>
    </message>
    <message>
        <source>How many of the pairs are probably the wrong way round; learning then leans on each pair less.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie viele der Paare wahrscheinlich verkehrt herum sind; das Lernen stützt sich dann weniger auf jedes Paar.</translation>
    </message>
    <message>
        <source>How many pairs each correction looks at.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Wie viele Paare jede Korrektur betrachtet.</translation>
    </message>
    <message>
        <source>How many updates there are depends on the data, so a share stands here; correct it.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Wie viele Aktualisierungen es gibt, hängt von den Daten ab, also steht hier ein Anteil; korrigieren Sie ihn.</translation>
    </message>
    <message>
        <source>How much each thumb down counts; raise it where thumbs down are few.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie viel jeder Daumen nach unten zählt; erhöhen Sie es, wo solche selten sind.</translation>
    </message>
    <message>
        <source>How much each thumb up counts. With its number, 1 to 4/3 times what all thumbs down weigh is advised.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie viel jeder Daumen nach oben zählt. Mal ihrer Anzahl wird das 1- bis 4/3-Fache dessen empfohlen, was alle nach unten wiegen.</translation>
    </message>
    <message>
        <source>How much the chosen replies are also learnt word for word.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie sehr die bevorzugten Antworten auch Wort für Wort gelernt werden.</translation>
    </message>
    <message>
        <source>How much tokens count beyond the shorter reply&apos;s length; 1 counts all alike, 0 leaves them out.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie viel Token jenseits der Länge der kürzeren Antwort zählen; 1 zählt alle gleich, 0 lässt sie weg.</translation>
    </message>
    <message>
        <source>How sharply the loss changes its form where the model begins to get a pair right.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Wie scharf der Loss seine Form ändert, wo das Modell ein Paar richtig zu machen beginnt.</translation>
    </message>
    <message>
        <source>How sure the rewards are</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Wie sicher die Rewards sind</translation>
    </message>
    <message>
        <source>How the learning rate falls after the warm-up.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Wie die Lernrate nach dem Aufwärmen fällt.</translation>
    </message>
    <message>
        <source>How this file is read could not be remembered for the next one.</source>
        <extracomment>engine/storage/remembered_readings.py</extracomment>
        <translation>Wie diese Datei gelesen wird, konnte nicht für die nächste gemerkt werden.</translation>
    </message>
    <message>
        <source>Hugging Face chat-ui conversations</source>
        <extracomment>engine/data/formats/rated_chats.py</extracomment>
        <translation>Unterhaltungen von Hugging Face chat-ui</translation>
    </message>
    <message>
        <source>Human and Assistant transcripts</source>
        <extracomment>engine/data/formats/transcript.py</extracomment>
        <translation>Mitschriften von Human und Assistant</translation>
    </message>
    <message>
        <source>Identical replies</source>
        <extracomment>engine/data/checks/identical_replies.py</extracomment>
        <translation>Gleiche Antworten</translation>
    </message>
    <message>
        <source>If the chosen replies differ in length, the model learns the length before it learns the quality.</source>
        <extracomment>engine/data/checks/length_bias.py</extracomment>
        <translation>Wenn sich die bevorzugten Antworten in der Länge unterscheiden, lernt das Modell die Länge, bevor es die Qualität lernt.</translation>
    </message>
    <message>
        <source>If the rejected reply has the better score, one of the two is wrong, and training takes the label&apos;s side.</source>
        <extracomment>engine/data/checks/score_against_label.py</extracomment>
        <translation>Wenn die abgelehnte Antwort die bessere Punktzahl hat, ist eines von beiden falsch, und das Training folgt der Bewertung.</translation>
    </message>
    <message>
        <source>Imitate first</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Erst nachahmen</translation>
    </message>
    <message>
        <source>Imitates the preference instead of covering it: more decided, for models that can already do it.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Ahmt die Präferenz nach, statt sie abzudecken: entschiedener, für Modelle, die es schon können.</translation>
    </message>
    <message>
        <source>Imitation</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Nachahmung</translation>
    </message>
    <message>
        <source>Install it with `pip install bitsandbytes`, or leave model.load_in_4bit out.</source>
        <extracomment>engine/model/four_bit.py</extracomment>
        <translation>Installieren Sie es mit `pip install bitsandbytes`, oder lassen Sie model.load_in_4bit weg.</translation>
    </message>
    <message>
        <source>It does not hold exactly one preferred reply and one that is not.</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Sie enthält nicht genau eine bevorzugte Antwort und eine andere.</translation>
    </message>
    <message>
        <source>It ended before its first checkpoint, so there is nothing to go on from.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>Er endete vor seinem ersten Zwischenstand, also gibt es nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>It follows from what the best evaluation goes by.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Es folgt daraus, wonach der beste Test bestimmt wird.</translation>
    </message>
    <message>
        <source>It has fewer than two replies to compare.</source>
        <extracomment>engine/data/formats/reply_list.py</extracomment>
        <translation>Sie hat weniger als zwei Antworten zum Vergleichen.</translation>
    </message>
    <message>
        <source>It has no list of replies to a prompt.</source>
        <extracomment>engine/data/formats/scored.py, engine/data/reply_lists.py</extracomment>
        <translation>Sie hat keine Liste von Antworten auf einen Prompt.</translation>
    </message>
    <message>
        <source>It has no messages.</source>
        <extracomment>engine/data/formats/rated_chats.py</extracomment>
        <translation>Sie hat keine Nachrichten.</translation>
    </message>
    <message>
        <source>It has no rejected answer, so it is only history for the rows that follow it.</source>
        <extracomment>engine/data/formats/chain.py</extracomment>
        <translation>Sie hat keine abgelehnte Antwort, ist also nur Vorgeschichte für die folgenden Zeilen.</translation>
    </message>
    <message>
        <source>It has no snapshot of its chat, so the text of the reply is not there.</source>
        <extracomment>engine/data/formats/open_webui.py</extracomment>
        <translation>Sie hat keine Momentaufnahme ihres Chats, daher fehlt der Text der Antwort.</translation>
    </message>
    <message>
        <source>It has no thumb up or down.</source>
        <extracomment>engine/data/formats/open_webui.py</extracomment>
        <translation>Sie hat keinen Daumen nach oben oder unten.</translation>
    </message>
    <message>
        <source>It has no tokenizer: tokenizer.json is missing.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Es hat keinen Tokenizer: tokenizer.json fehlt.</translation>
    </message>
    <message>
        <source>It has no two replies with a verdict.</source>
        <extracomment>engine/data/formats/spelled_vote.py</extracomment>
        <translation>Sie hat keine zwei Antworten mit einem Urteil.</translation>
    </message>
    <message>
        <source>It has no verdict, or more than one.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Sie hat kein Urteil oder mehr als eines.</translation>
    </message>
    <message>
        <source>It has no verdict.</source>
        <extracomment>engine/data/formats/spelled_vote.py</extracomment>
        <translation>Sie hat kein Urteil.</translation>
    </message>
    <message>
        <source>It has no verdict: its preference is not between 1 and 2.</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>Sie hat kein Urteil: Ihre Präferenz liegt nicht zwischen 1 und 2.</translation>
    </message>
    <message>
        <source>It has no verdict: its score is no number.</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>Sie hat kein Urteil: Ihre Punktzahl ist keine Zahl.</translation>
    </message>
    <message>
        <source>It has not as many answers as questions.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Sie hat nicht so viele Antworten wie Fragen.</translation>
    </message>
    <message>
        <source>It has not as many scores as replies.</source>
        <extracomment>engine/data/formats/scored.py</extracomment>
        <translation>Sie hat nicht so viele Punktzahlen wie Antworten.</translation>
    </message>
    <message>
        <source>It has not one verdict for every two predictions.</source>
        <extracomment>engine/data/formats/fine_grained.py</extracomment>
        <translation>Sie hat nicht ein Urteil für je zwei Vorhersagen.</translation>
    </message>
    <message>
        <source>It holds a message without a role or a text.</source>
        <extracomment>engine/data/formats/oasst.py</extracomment>
        <translation>Sie enthält eine Nachricht ohne Rolle oder Text.</translation>
    </message>
    <message>
        <source>It holds no rows.</source>
        <extracomment>engine/data/reading.py</extracomment>
        <translation>Sie enthält keine Zeilen.</translation>
    </message>
    <message>
        <source>It is 0, as here.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Es ist 0, wie hier.</translation>
    </message>
    <message>
        <source>It is being worked on by another window or command.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>Ein anderes Fenster oder ein Befehl arbeitet daran.</translation>
    </message>
    <message>
        <source>It is finished. Duplicate it to train once more.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>Er ist fertig. Duplizieren Sie ihn, um noch einmal zu trainieren.</translation>
    </message>
    <message>
        <source>It is off, as here.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trainer_arguments.py, engine/plan_import/translation.py, engine/plan_import/trl.py</extracomment>
        <translation>Es ist aus, wie hier.</translation>
    </message>
    <message>
        <source>It is off, or nothing is evaluated.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Es ist aus, oder nichts wird getestet.</translation>
    </message>
    <message>
        <source>It is off, so that warmup_ratio counts.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Es ist aus, sodass warmup_ratio zählt.</translation>
    </message>
    <message>
        <source>It is off.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Es ist aus.</translation>
    </message>
    <message>
        <source>It means nothing without loraplus_lr_ratio.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Es bedeutet nichts ohne loraplus_lr_ratio.</translation>
    </message>
    <message>
        <source>It means nothing without pissa_init.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Es bedeutet nichts ohne pissa_init.</translation>
    </message>
    <message>
        <source>It means nothing without quantization_bit.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Es bedeutet nichts ohne quantization_bit.</translation>
    </message>
    <message>
        <source>It means nothing without ref_model.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Es bedeutet nichts ohne ref_model.</translation>
    </message>
    <message>
        <source>It means nothing without sync_ref_model.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Es bedeutet nichts ohne sync_ref_model.</translation>
    </message>
    <message>
        <source>It must be a causal language model in safetensors files that this version of transformers knows.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Es muss ein kausales Sprachmodell in safetensors-Dateien sein, das diese Version von transformers kennt.</translation>
    </message>
    <message>
        <source>It names none.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Es nennt keines.</translation>
    </message>
    <message>
        <source>It names nothing.</source>
        <extracomment>engine/plan_import/places.py</extracomment>
        <translation>Es nennt nichts.</translation>
    </message>
    <message>
        <source>It smooths tokens; training.label_smoothing is about wrong labels.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Es glättet Token; training.label_smoothing betrifft falsche Bewertungen.</translation>
    </message>
    <message>
        <source>Its chain of parents runs in a circle or leads to a row that is not there.</source>
        <extracomment>engine/data/formats/chain.py</extracomment>
        <translation>Ihre Kette von Vorgängern läuft im Kreis oder führt zu einer Zeile, die nicht da ist.</translation>
    </message>
    <message>
        <source>Its conversation does not end with a reply in text.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Ihre Unterhaltung endet nicht mit einer Antwort in Text.</translation>
    </message>
    <message>
        <source>Its conversation is not a list of turns.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Ihre Unterhaltung ist keine Liste von Beiträgen.</translation>
    </message>
    <message>
        <source>Its conversation is too deep.</source>
        <extracomment>engine/data/formats/oasst.py</extracomment>
        <translation>Ihre Unterhaltung ist zu tief.</translation>
    </message>
    <message>
        <source>Its output is not a better and a worse reply.</source>
        <extracomment>engine/data/formats/alpaca.py</extracomment>
        <translation>Ihr output ist nicht eine bessere und eine schlechtere Antwort.</translation>
    </message>
    <message>
        <source>Its passages are not lists of sentences.</source>
        <extracomment>engine/data/formats/fine_grained.py</extracomment>
        <translation>Ihre Abschnitte sind keine Listen von Sätzen.</translation>
    </message>
    <message>
        <source>Its replies are not a list of objects with a text and a score.</source>
        <extracomment>engine/data/formats/reply_list.py</extracomment>
        <translation>Ihre Antworten sind keine Liste von Objekten mit Text und Punktzahl.</translation>
    </message>
    <message>
        <source>Its replies are not two lists.</source>
        <extracomment>engine/data/formats/styles.py</extracomment>
        <translation>Ihre Antworten sind keine zwei Listen.</translation>
    </message>
    <message>
        <source>Join it with the runs&apos; text first.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Verbinden Sie es zuerst mit dem Text der Läufe.</translation>
    </message>
    <message>
        <source>Join them with llama.cpp&apos;s `llama-gguf-split --merge`, and choose the joined file.</source>
        <extracomment>engine/model/gguf/header.py</extracomment>
        <translation>Verbinden Sie sie mit `llama-gguf-split --merge` von llama.cpp, und wählen Sie die verbundene Datei.</translation>
    </message>
    <message>
        <source>Join them with the traces&apos; text first.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Verbinden Sie sie zuerst mit dem Text der Traces.</translation>
    </message>
    <message>
        <source>JudgeBench comparisons</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>JudgeBench-Vergleiche</translation>
    </message>
    <message>
        <source>Judges each reply by itself: chosen above the original, rejected below it.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Beurteilt jede Antwort für sich: bevorzugte über dem Original, abgelehnte darunter.</translation>
    </message>
    <message>
        <source>KTO conversations</source>
        <extracomment>engine/data/formats/unpaired.py</extracomment>
        <translation>KTO-Unterhaltungen</translation>
    </message>
    <message>
        <source>Keep the best</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Das Beste behalten</translation>
    </message>
    <message>
        <source>Keeps the chosen reply&apos;s own likelihood from falling.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Bewahrt die Wahrscheinlichkeit der bevorzugten Antwort davor zu fallen.</translation>
    </message>
    <message>
        <source>LLM Comparator results</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>LLM-Comparator-Ergebnisse</translation>
    </message>
    <message>
        <source>LLaMA-Factory switches dropout off for DPO, the adapter&apos;s too.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>LLaMA-Factory schaltet Dropout bei DPO ab, auch das des Adapters.</translation>
    </message>
    <message>
        <source>LangSmith feedback, which only names runs</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>LangSmith-Feedback, das Läufe nur nennt</translation>
    </message>
    <message>
        <source>Langfuse scores, which only name traces</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Langfuse-Punkte, die Traces nur nennen</translation>
    </message>
    <message>
        <source>Large ranks learn as fast as small ones (rsLoRA).</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Große Ränge lernen so schnell wie kleine (rsLoRA).</translation>
    </message>
    <message>
        <source>Layers</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Leakage</source>
        <extracomment>engine/data/checks/catalogue.py</extracomment>
        <translation>Durchsickern</translation>
    </message>
    <message>
        <source>Learning from thumbs compares good replies with bad ones; of one kind alone little more than imitation is left.</source>
        <extracomment>engine/data/checks/one_sided_thumbs.py</extracomment>
        <translation>Lernen aus Daumen vergleicht gute Antworten mit schlechten; aus nur einer Art bleibt kaum mehr als Nachahmung.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate of these passes; 0 takes the run&apos;s own.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lernrate dieser Durchgänge; 0 nimmt die des Laufs.</translation>
    </message>
    <message>
        <source>Learns each layer&apos;s size by itself (DoRA); slower.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Lernt die Größe jeder Schicht für sich (DoRA); langsamer.</translation>
    </message>
    <message>
        <source>Learns from single replies, each with a thumb up or down; no pairs needed.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Lernt aus einzelnen Antworten, jede mit Daumen nach oben oder unten; Paare sind nicht nötig.</translation>
    </message>
    <message>
        <source>Learns the chosen replies word for word and looks at no rejected one; mostly added to another loss.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Lernt die bevorzugten Antworten Wort für Wort und sieht keine abgelehnten an; meistens zu einem anderen Loss addiert.</translation>
    </message>
    <message>
        <source>Leave it out for &quot;sigmoid&quot;, which is DPO as published.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Lassen Sie es weg für &quot;sigmoid&quot;, das DPO ist, wie es veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>Leave it out for the default.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>Lassen Sie es für die Vorgabe weg.</translation>
    </message>
    <message>
        <source>Leave it out of target_modules, as [&quot;all-linear&quot;] does, or start from an adapter that leaves it alone.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Lassen Sie sie in target_modules weg, wie [&quot;all-linear&quot;] es tut, oder beginnen Sie mit einem Adapter, der sie in Ruhe lässt.</translation>
    </message>
    <message>
        <source>Leave it out to take the default.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>Lassen Sie es weg, um die Vorgabe zu nehmen.</translation>
    </message>
    <message>
        <source>Leave it out, or set it to &quot;auto&quot;.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lassen Sie es weg, oder setzen Sie es auf &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>Leave it out, or set training.loss_type to &quot;kto&quot;.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lassen Sie es weg, oder setzen Sie training.loss_type auf &quot;kto&quot;.</translation>
    </message>
    <message>
        <source>Leave it out, or set training.tuning = &quot;lora&quot;.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Lassen Sie es weg, oder setzen Sie training.tuning = &quot;lora&quot;.</translation>
    </message>
    <message>
        <source>Leave it out, or start a fresh adapter.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Lassen Sie es weg, oder beginnen Sie einen neuen Adapter.</translation>
    </message>
    <message>
        <source>Leave it out, or write it as in { q_proj = 32 }.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Lassen Sie es weg, oder schreiben Sie es wie in { q_proj = 32 }.</translation>
    </message>
    <message>
        <source>Leave it out, or write it as such.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Lassen Sie es weg, oder schreiben Sie es so.</translation>
    </message>
    <message>
        <source>Leave it out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Leave it out: on the processor LoRA is trained in bfloat16 or float32.</source>
        <extracomment>engine/model/four_bit.py</extracomment>
        <translation>Lassen Sie es weg: Auf dem Prozessor wird LoRA in bfloat16 oder float32 trainiert.</translation>
    </message>
    <message>
        <source>Leave one of the two out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>Leave one of the two out: elsewhere LoRA is trained in bfloat16 or float32.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Lassen Sie eines von beiden weg: Anderswo wird LoRA in bfloat16 oder float32 trainiert.</translation>
    </message>
    <message>
        <source>Leave out a loss that should not count.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Lassen Sie einen Loss weg, der nicht zählen soll.</translation>
    </message>
    <message>
        <source>Leave the axis out.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Lassen Sie die Qualität weg.</translation>
    </message>
    <message>
        <source>Left to the program there, and to model.dtype = &quot;auto&quot; here.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Dort dem Programm überlassen und hier model.dtype = &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>Left to the program there, and to model.dtype here.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Dort dem Programm überlassen und hier model.dtype.</translation>
    </message>
    <message>
        <source>Length bias</source>
        <extracomment>engine/data/checks/length_bias.py</extracomment>
        <translation>Längenverzerrung</translation>
    </message>
    <message>
        <source>Length-desensitised in a new run</source>
        <extracomment>engine/training/watch/length_drift.py</extracomment>
        <translation>Ohne Längeneinfluss im neuen Lauf</translation>
    </message>
    <message>
        <source>Let it finish, or resume it and stop it: stopping saves the adapter.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Lassen Sie ihn fertig werden, oder setzen Sie ihn fort und halten Sie ihn an: Das speichert den Adapter.</translation>
    </message>
    <message>
        <source>Let it finish, or resume it and stop it: stopping saves the model.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Lassen Sie ihn fertig werden, oder setzen Sie ihn fort und halten Sie ihn an: Das speichert das Modell.</translation>
    </message>
    <message>
        <source>LibreChat conversations</source>
        <extracomment>engine/data/formats/librechat.py</extracomment>
        <translation>LibreChat-Unterhaltungen</translation>
    </message>
    <message>
        <source>Line</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Lines</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Live samples</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Proben unterwegs</translation>
    </message>
    <message>
        <source>Llama 3</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Llama 3</translation>
    </message>
    <message>
        <source>Longer</source>
        <extracomment>engine/arena/coverage.py</extracomment>
        <translation>Länger</translation>
    </message>
    <message>
        <source>Longest correction allowed; 0 clips nothing.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Längste erlaubte Korrektur; 0 begrenzt nichts.</translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Lost replies</source>
        <extracomment>engine/data/checks/model/lost_replies.py</extracomment>
        <translation>Verlorene Antworten</translation>
    </message>
    <message>
        <source>Lower the learning rate, or begin again with some chosen-text loss (sft) or a higher beta.</source>
        <extracomment>engine/training/watch/displacement.py</extracomment>
        <translation>Verringern Sie die Lernrate, oder beginnen Sie neu mit etwas Nachahmungs-Loss (sft) oder höherem beta.</translation>
    </message>
    <message>
        <source>Lower the longest pair (max_length), or choose a smaller model; then start or resume.</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Verringern Sie das längste Paar (max_length), oder wählen Sie ein kleineres Modell; dann starten Sie oder setzen fort.</translation>
    </message>
    <message>
        <source>Make room there, or choose another data folder by setting DPO_STUDIO_HOME.</source>
        <extracomment>engine/model/gguf/convert.py</extracomment>
        <translation>Schaffen Sie dort Platz, oder wählen Sie mit DPO_STUDIO_HOME einen anderen Datenordner.</translation>
    </message>
    <message>
        <source>Makes no difference here</source>
        <extracomment>engine/plan_import/account.py</extracomment>
        <translation>Macht hier keinen Unterschied</translation>
    </message>
    <message>
        <source>Map chosen and rejected, or response_a, response_b and winner, or completion and label.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Ordnen Sie chosen und rejected zu, oder response_a, response_b und winner, oder completion und label.</translation>
    </message>
    <message>
        <source>Margin, without its sign</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Abstand ohne Vorzeichen</translation>
    </message>
    <message>
        <source>Mend the rows, or choose another file; the data check lists each row with its reason.</source>
        <extracomment>engine/data/reader.py</extracomment>
        <translation>Bessern Sie die Zeilen aus, oder wählen Sie eine andere Datei; die Datenprüfung nennt jede Zeile mit ihrem Grund.</translation>
    </message>
    <message>
        <source>Mitchell 2023 (cDPO), a note on DPO with noisy preferences</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Mitchell 2023 (cDPO), eine Notiz zu DPO mit verrauschten Präferenzen</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model in four bits</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Modell in vier Bit</translation>
    </message>
    <message>
        <source>Model, by its weights</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Modell, nach seinen Gewichten</translation>
    </message>
    <message>
        <source>More correct</source>
        <extracomment>engine/evaluation/vote.py</extracomment>
        <translation>Richtiger</translation>
    </message>
    <message>
        <source>Most pairs</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Höchstzahl der Paare</translation>
    </message>
    <message>
        <source>Most tokens that pass through the model together; 0 picks what the device has room for.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>So viele Token gehen höchstens zusammen durch das Modell; 0 nimmt, wofür das Gerät Platz hat.</translation>
    </message>
    <message>
        <source>Moves each reply&apos;s likelihood by a set amount, chosen up and rejected down.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Bewegt die Wahrscheinlichkeit jeder Antwort um einen festen Betrag, bevorzugte hinauf und abgelehnte hinunter.</translation>
    </message>
    <message>
        <source>Much above it replies turn bad within a few updates, much below it nothing is learnt.</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>Weit darüber werden Antworten in wenigen Aktualisierungen schlecht, weit darunter wird nichts gelernt.</translation>
    </message>
    <message>
        <source>Name a column of texts or numbers.</source>
        <extracomment>engine/data/column_values.py</extracomment>
        <translation>Nennen Sie eine Spalte mit Texten oder Zahlen.</translation>
    </message>
    <message>
        <source>Name a file with other pairs, or leave it out to hold back a share of these.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Nennen Sie eine Datei mit anderen Paaren, oder lassen Sie es weg, um einen Anteil dieser zurückzuhalten.</translation>
    </message>
    <message>
        <source>Name a layer, such as q_proj.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Nennen Sie eine Schicht, etwa q_proj.</translation>
    </message>
    <message>
        <source>Name each target once.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Nennen Sie jedes Ziel einmal.</translation>
    </message>
    <message>
        <source>Name layers such as [&quot;q_proj&quot;, &quot;v_proj&quot;], or only [&quot;all-linear&quot;].</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Nennen Sie Schichten wie [&quot;q_proj&quot;, &quot;v_proj&quot;] oder nur [&quot;all-linear&quot;].</translation>
    </message>
    <message>
        <source>NeMo RL completions</source>
        <extracomment>engine/data/formats/nemo.py</extracomment>
        <translation>NeMo-RL-Antworten</translation>
    </message>
    <message>
        <source>NeMo-Aligner pairs</source>
        <extracomment>engine/data/formats/nemo.py</extracomment>
        <translation>NeMo-Aligner-Paare</translation>
    </message>
    <message>
        <source>Near duplicates</source>
        <extracomment>engine/data/checks/near_duplicates.py</extracomment>
        <translation>Fast Doppelte</translation>
    </message>
    <message>
        <source>Nearly equal replies</source>
        <extracomment>engine/data/checks/nearly_equal_replies.py</extracomment>
        <translation>Fast gleiche Antworten</translation>
    </message>
    <message>
        <source>Needs no original to compare with: chosen ahead of rejected, and chosen replies learnt word for word.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Braucht kein Original zum Vergleich: bevorzugte vor abgelehnten, und bevorzugte Antworten Wort für Wort gelernt.</translation>
    </message>
    <message>
        <source>Needs no original to compare with: likelihood per token, chosen ahead by a target. Wants beta from 2 to 10.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Braucht kein Original zum Vergleich: Wahrscheinlichkeit pro Token, bevorzugte um ein Ziel voraus. Will beta von 2 bis 10.</translation>
    </message>
    <message>
        <source>Needs no original: learns the chosen replies word for word; beta weighs how much it shuns the rejected ones.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Braucht kein Original: lernt die bevorzugten Antworten Wort für Wort; beta wiegt, wie sehr es die abgelehnten meidet.</translation>
    </message>
    <message>
        <source>New run at ten times the rate</source>
        <extracomment>engine/training/watch/stuck.py</extracomment>
        <translation>Neuer Lauf mit zehnfacher Rate</translation>
    </message>
    <message>
        <source>New run with the DPO loss</source>
        <extracomment>engine/training/watch/zero_gradients.py</extracomment>
        <translation>Neuer Lauf mit dem DPO-Loss</translation>
    </message>
    <message>
        <source>No auxiliary loss is added for mixtures of experts.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Für Mixtures of Experts wird kein Hilfsloss addiert.</translation>
    </message>
    <message>
        <source>No clear difference</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Kein klarer Unterschied</translation>
    </message>
    <message>
        <source>No dropout in the model, whose layers are trained as they are.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Kein Dropout im Modell, dessen Schichten trainiert werden, wie sie sind.</translation>
    </message>
    <message>
        <source>No dropout, neither in the model nor in the adapter.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Kein Dropout, weder im Modell noch im Adapter.</translation>
    </message>
    <message>
        <source>No file of this name is here.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Hier ist keine Datei dieses Namens.</translation>
    </message>
    <message>
        <source>No file of this name is here. Give the preference file with --data.</source>
        <extracomment>engine/plan_import/places.py</extracomment>
        <translation>Hier ist keine Datei dieses Namens. Geben Sie die Präferenzdatei mit --data an.</translation>
    </message>
    <message>
        <source>No layer of this model may be computed again, so training.gradient_checkpointing cannot be on.</source>
        <extracomment>engine/training/fit.py</extracomment>
        <translation>Keine Schicht dieses Modells darf noch einmal berechnet werden, also kann training.gradient_checkpointing nicht an sein.</translation>
    </message>
    <message>
        <source>No layers are named for the adapter.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Für den Adapter sind keine Schichten genannt.</translation>
    </message>
    <message>
        <source>No limit there; this one is out of reach.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Dort keine Grenze; diese ist unerreichbar.</translation>
    </message>
    <message>
        <source>No noise is added to embeddings.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Den Einbettungen wird kein Rauschen zugefügt.</translation>
    </message>
    <message>
        <source>No prompt of this conversation has two ranked replies.</source>
        <extracomment>engine/data/formats/oasst.py</extracomment>
        <translation>Kein Prompt dieser Unterhaltung hat zwei gereihte Antworten.</translation>
    </message>
    <message>
        <source>No reply was preferred over the other yet, so there is no win rate.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Noch wurde keine Antwort der anderen vorgezogen, also gibt es keine Gewinnquote.</translation>
    </message>
    <message>
        <source>No setting keeps what lies beyond the model&apos;s context; such replies are always cut.</source>
        <extracomment>engine/data/checks/model/longer_than_context.py</extracomment>
        <translation>Keine Einstellung behält, was jenseits des Kontexts des Modells liegt; solche Antworten werden immer abgeschnitten.</translation>
    </message>
    <message>
        <source>No topic</source>
        <extracomment>engine/arena/coverage.py</extracomment>
        <translation>Kein Thema</translation>
    </message>
    <message>
        <source>No update was made yet.</source>
        <extracomment>engine/training/rescue.py</extracomment>
        <translation>Noch wurde keine Aktualisierung gemacht.</translation>
    </message>
    <message>
        <source>No vote makes a pair yet: a pair needs a reply that was preferred over another one.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>Noch ergibt keine Stimme ein Paar: Ein Paar braucht eine Antwort, die einer anderen vorgezogen wurde.</translation>
    </message>
    <message>
        <source>Nobody rated a reply of this chat.</source>
        <extracomment>engine/data/formats/chat_tree.py</extracomment>
        <translation>Niemand hat eine Antwort dieses Chats bewertet.</translation>
    </message>
    <message>
        <source>Nobody rated a reply of this conversation.</source>
        <extracomment>engine/data/formats/rated_chats.py</extracomment>
        <translation>Niemand hat eine Antwort dieser Unterhaltung bewertet.</translation>
    </message>
    <message>
        <source>Nobody rated this reply.</source>
        <extracomment>engine/data/formats/rated_chats.py</extracomment>
        <translation>Niemand hat diese Antwort bewertet.</translation>
    </message>
    <message>
        <source>Nothing is being learnt (stuck at 0.6931)</source>
        <extracomment>engine/training/watch/stuck.py</extracomment>
        <translation>Nichts wird gelernt (bleibt bei 0,6931)</translation>
    </message>
    <message>
        <source>Nothing is evaluated, so no pair is held back; 0.1 would show how well it learns.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Nichts wird getestet, also kein Paar zurückgehalten; 0.1 würde zeigen, wie gut es lernt.</translation>
    </message>
    <message>
        <source>Nothing is evaluated.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Nichts wird getestet.</translation>
    </message>
    <message>
        <source>Nothing is held back.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Nichts wird zurückgehalten.</translation>
    </message>
    <message>
        <source>Nothing keeps the best evaluation.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Nichts behält den besten Test.</translation>
    </message>
    <message>
        <source>Nothing left to learn (saturation)</source>
        <extracomment>engine/training/watch/saturation.py</extracomment>
        <translation>Nichts mehr zu lernen (Sättigung)</translation>
    </message>
    <message>
        <source>Number format</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Zahlenformat</translation>
    </message>
    <message>
        <source>Of Google&apos;s Gemma family, which has no system role: it goes before the first question.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Von Googles Gemma-Familie, die keine Systemrolle hat: Sie kommt vor die erste Frage.</translation>
    </message>
    <message>
        <source>Of Meta&apos;s Llama 3 family; its base models know the marks.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Von Metas Llama-3-Familie; ihre Basismodelle kennen die Zeichen.</translation>
    </message>
    <message>
        <source>Of Qwen, SmolLM2 and many others. The usual choice where the model knows its marks.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Von Qwen, SmolLM2 und vielen anderen. Die übliche Wahl, wo das Modell die Zeichen kennt.</translation>
    </message>
    <message>
        <source>Of Zephyr and TinyLlama: marks in plain letters, so any model can read it.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Von Zephyr und TinyLlama: Zeichen in einfachen Buchstaben, die jedes Modell lesen kann.</translation>
    </message>
    <message>
        <source>On task</source>
        <extracomment>engine/evaluation/vote.py</extracomment>
        <translation>Beim Thema</translation>
    </message>
    <message>
        <source>One adapter in a folder on this computer can be gone on from.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Von einem Adapter in einem Ordner auf diesem Computer kann es weitergehen.</translation>
    </message>
    <message>
        <source>One for each loss; none lets each count 1.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Eine für jeden Loss; ohne zählt jeder 1.</translation>
    </message>
    <message>
        <source>One or two are usually enough.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Einer oder zwei sind meistens genug.</translation>
    </message>
    <message>
        <source>One preference file is read, whole.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Eine Präferenzdatei wird gelesen, ganz.</translation>
    </message>
    <message>
        <source>One preference file is read.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Eine Präferenzdatei wird gelesen.</translation>
    </message>
    <message>
        <source>One side is text and the other holds turns, so they share no prompt.</source>
        <extracomment>engine/data/formats/trl.py</extracomment>
        <translation>Eine Seite ist Text und die andere enthält Beiträge, also haben sie keinen gemeinsamen Prompt.</translation>
    </message>
    <message>
        <source>Only simpo reads it.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Nur simpo liest es.</translation>
    </message>
    <message>
        <source>Only the adapter is trained.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Nur der Adapter wird trainiert.</translation>
    </message>
    <message>
        <source>Only the stage kto reads it.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Nur stage kto liest es.</translation>
    </message>
    <message>
        <source>Only with sigmoid is it allowed there.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Nur mit sigmoid ist es dort erlaubt.</translation>
    </message>
    <message>
        <source>Open WebUI feedback</source>
        <extracomment>engine/data/formats/open_webui.py</extracomment>
        <translation>Open-WebUI-Feedback</translation>
    </message>
    <message>
        <source>Open it again to see it as it is now.</source>
        <extracomment>engine/data/pair_store.py</extracomment>
        <translation>Öffnen Sie sie neu, um sie zu sehen, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Open the folder of a project, or make a new one.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Öffnen Sie den Ordner eines Projekts, oder legen Sie ein neues an.</translation>
    </message>
    <message>
        <source>OpenAI (JSON lines)</source>
        <extracomment>engine/data/writers/openai_jsonl.py</extracomment>
        <translation>OpenAI (JSON-Zeilen)</translation>
    </message>
    <message>
        <source>OpenAI preferences</source>
        <extracomment>engine/data/formats/openai.py</extracomment>
        <translation>OpenAI-Präferenzen</translation>
    </message>
    <message>
        <source>OpenAssistant messages</source>
        <extracomment>engine/data/formats/oasst.py</extracomment>
        <translation>OpenAssistant-Nachrichten</translation>
    </message>
    <message>
        <source>OpenAssistant trees</source>
        <extracomment>engine/data/formats/oasst.py</extracomment>
        <translation>OpenAssistant-Bäume</translation>
    </message>
    <message>
        <source>Original better</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Original besser</translation>
    </message>
    <message>
        <source>Original model</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Originalmodell</translation>
    </message>
    <message>
        <source>PKU-SafeRLHF comparisons</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>PKU-SafeRLHF-Vergleiche</translation>
    </message>
    <message>
        <source>Padding never counts.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Füllzeichen zählen nie.</translation>
    </message>
    <message>
        <source>Pairing</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Paarbildung</translation>
    </message>
    <message>
        <source>Pairs</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Pairs as thumbs</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Paare als Daumen</translation>
    </message>
    <message>
        <source>Pairs come in a random order that the seed decides.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Paare kommen in zufälliger Reihenfolge, die der Seed bestimmt.</translation>
    </message>
    <message>
        <source>Pairs held back</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Zurückgehaltene Paare</translation>
    </message>
    <message>
        <source>Pairs in common with the first</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Mit dem ersten gemeinsame Paare</translation>
    </message>
    <message>
        <source>Pairs in named columns</source>
        <extracomment>engine/data/formats/columns.py</extracomment>
        <translation>Paare in benannten Spalten</translation>
    </message>
    <message>
        <source>Pairs per update</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Paare pro Aktualisierung</translation>
    </message>
    <message>
        <source>Pairs that the model could have written itself count more.</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Paare, die das Modell selbst hätte schreiben können, zählen mehr.</translation>
    </message>
    <message>
        <source>Pairs that were edited since are not compared: open the file again to compare them, too.</source>
        <extracomment>engine/data/edits/check_edited.py</extracomment>
        <translation>Seither bearbeitete Paare werden nicht verglichen: Öffnen Sie die Datei neu, um auch sie zu vergleichen.</translation>
    </message>
    <message>
        <source>Pairs to learn from</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Paare zum Lernen</translation>
    </message>
    <message>
        <source>PandaLM annotations</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>PandaLM-Bewertungen</translation>
    </message>
    <message>
        <source>Parquet</source>
        <extracomment>engine/data/writers/parquet.py</extracomment>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Passed over</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Passes in which the chosen replies are imitated before preferences are learnt; 0 leaves it out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Durchgänge, in denen die bevorzugten Antworten nachgeahmt werden, bevor Präferenzen gelernt werden; 0 lässt es weg.</translation>
    </message>
    <message>
        <source>Passes over the data</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Durchgänge durch die Daten</translation>
    </message>
    <message>
        <source>Personal data</source>
        <extracomment>engine/data/checks/personal_data.py</extracomment>
        <translation>Persönliche Daten</translation>
    </message>
    <message>
        <source>Preference file</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Präferenzdatei</translation>
    </message>
    <message>
        <source>Preferences are read from JSON, JSONL, CSV, TSV, Parquet, Arrow and SQLite, packed with gzip or zst or not.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Präferenzen werden aus JSON, JSONL, CSV, TSV, Parquet, Arrow und SQLite gelesen, mit gzip oder zst gepackt oder nicht.</translation>
    </message>
    <message>
        <source>Probably better, not settled yet</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Wahrscheinlich besser, noch nicht entschieden</translation>
    </message>
    <message>
        <source>Probably worse, not settled yet</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Wahrscheinlich schlechter, noch nicht entschieden</translation>
    </message>
    <message>
        <source>Prompt inside a reply</source>
        <extracomment>engine/data/checks/prompt_in_reply.py</extracomment>
        <translation>Prompt in der Antwort</translation>
    </message>
    <message>
        <source>Prompt once</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Prompt nur einmal</translation>
    </message>
    <message>
        <source>Prompts</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Prompts with a chosen and a rejected reply.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Prompts mit einer bevorzugten und einer abgelehnten Antwort.</translation>
    </message>
    <message>
        <source>Pulls the weights that are trained toward zero.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Zieht die trainierten Gewichte Richtung null.</translation>
    </message>
    <message>
        <source>Put back the [adapter] settings in the run&apos;s plan.toml, or start a new run with the changed ones.</source>
        <extracomment>engine/training/optimizer.py</extracomment>
        <translation>Legen Sie die [adapter]-Einstellungen in der plan.toml des Laufs zurück, oder beginnen Sie mit den geänderten einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Put back the former files (data, evaluation data, tokenizer and chat template), or start a new run.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Legen Sie die früheren Dateien zurück (Daten, Testdaten, Tokenizer und Chatvorlage), oder beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Put the reply that won under &quot;chosen&quot; and the other under &quot;rejected&quot;, and leave ties out.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Schreiben Sie die Antwort, die gewonnen hat, unter &quot;chosen&quot; und die andere unter &quot;rejected&quot;, und lassen Sie Gleichstände weg.</translation>
    </message>
    <message>
        <source>RM-Bench pairs</source>
        <extracomment>engine/data/formats/styles.py</extracomment>
        <translation>RM-Bench-Paare</translation>
    </message>
    <message>
        <source>Raise beta in a new run</source>
        <extracomment>engine/training/watch/displacement.py, engine/training/watch/saturation.py</extracomment>
        <translation>Höheres beta im neuen Lauf</translation>
    </message>
    <message>
        <source>Raise data.max_length, or check the file with `main.py check`.</source>
        <extracomment>engine/training/preparation.py</extracomment>
        <translation>Erhöhen Sie data.max_length, oder prüfen Sie die Datei mit `main.py check`.</translation>
    </message>
    <message>
        <source>Rank-stable scale</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Rangstabile Skalierung</translation>
    </message>
    <message>
        <source>Rank: how much the model can change. 16 suits style and tone.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Rang: wie viel sich das Modell ändern kann. 16 passt zu Stil und Ton.</translation>
    </message>
    <message>
        <source>Rate of imitation</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Rate der Nachahmung</translation>
    </message>
    <message>
        <source>Rating</source>
        <extracomment>engine/data/formats/scored.py</extracomment>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Read the samples. If they are padded or broken off, lower the rate, or begin again with ld_alpha below 1.</source>
        <extracomment>engine/training/watch/length_drift.py</extracomment>
        <translation>Lesen Sie die Proben. Wenn sie aufgebläht oder abgebrochen sind, verringern Sie die Rate, oder beginnen Sie neu mit ld_alpha unter 1.</translation>
    </message>
    <message>
        <source>Refused by the model</source>
        <extracomment>engine/data/checks/model/unusable_with_model.py</extracomment>
        <translation>Vom Modell abgewiesen</translation>
    </message>
    <message>
        <source>Rename the GGUF or that folder, and try again.</source>
        <extracomment>engine/model/gguf/convert.py</extracomment>
        <translation>Benennen Sie die GGUF-Datei oder jenen Ordner um, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Rename the field with the prompt to &quot;prompt&quot;, and those with the replies to &quot;chosen&quot; and &quot;rejected&quot;.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Benennen Sie das Feld mit dem Prompt in &quot;prompt&quot; um und die mit den Antworten in &quot;chosen&quot; und &quot;rejected&quot;.</translation>
    </message>
    <message>
        <source>Replies</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Replies change their length (length drift)</source>
        <extracomment>engine/training/watch/length_drift.py</extracomment>
        <translation>Antworten ändern ihre Länge (length drift)</translation>
    </message>
    <message>
        <source>Replies that differ in a comma teach the comma. Where the small difference is the point, the pair is a good one.</source>
        <extracomment>engine/data/checks/nearly_equal_replies.py</extracomment>
        <translation>Antworten, die sich in einem Komma unterscheiden, lehren das Komma. Wo es auf den kleinen Unterschied ankommt, ist das Paar ein gutes.</translation>
    </message>
    <message>
        <source>Reply inside the prompt</source>
        <extracomment>engine/data/checks/reply_in_prompt.py</extracomment>
        <translation>Antwort im Prompt</translation>
    </message>
    <message>
        <source>Restore a dropped pair, or open another file.</source>
        <extracomment>engine/data/writers/save_copy.py</extracomment>
        <translation>Stellen Sie ein verworfenes Paar wieder her, oder öffnen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Restore some of them on the Data page, or leave the edits out.</source>
        <extracomment>engine/data/edits/edited_data.py</extracomment>
        <translation>Stellen Sie einige davon auf der Datenseite wieder her, oder lassen Sie die Änderungen weg.</translation>
    </message>
    <message>
        <source>Restore that file from a copy; everything else in the folder is untouched.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Stellen Sie diese Datei aus einer Kopie wieder her; alles andere im Ordner ist unberührt.</translation>
    </message>
    <message>
        <source>Restore the run folder from a copy, or start a new run; its plan.toml can be used again.</source>
        <extracomment>engine/storage/checkpoint.py</extracomment>
        <translation>Stellen Sie den Ordner des Laufs aus einer Kopie wieder her, oder beginnen Sie einen neuen Lauf; seine plan.toml kann wieder verwendet werden.</translation>
    </message>
    <message>
        <source>Restore the run folder from a copy.</source>
        <extracomment>engine/storage/manifest.py</extracomment>
        <translation>Stellen Sie den Ordner des Laufs aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>Resume the run from another one.</source>
        <extracomment>engine/storage/checkpoint.py</extracomment>
        <translation>Setzen Sie den Lauf von einem anderen fort.</translation>
    </message>
    <message>
        <source>Resume the run from its last checkpoint, or train again.</source>
        <extracomment>engine/export/adapter.py, engine/export/model.py</extracomment>
        <translation>Setzen Sie den Lauf vom letzten Zwischenstand fort, oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Robust DPO</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Robustes DPO</translation>
    </message>
    <message>
        <source>Run `git lfs pull` in the model&apos;s folder, or download the file.</source>
        <extracomment>engine/model/weight_files.py</extracomment>
        <translation>Führen Sie `git lfs pull` im Modellordner aus, oder laden Sie die Datei.</translation>
    </message>
    <message>
        <source>Run git lfs pull in its folder, then choose it again.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Führen Sie git lfs pull in ihrem Ordner aus, und wählen Sie sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Sample every</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Probe alle</translation>
    </message>
    <message>
        <source>Save its content, then choose that.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Speichern Sie den Inhalt, und wählen Sie dann diesen.</translation>
    </message>
    <message>
        <source>Save or copy the data set again.</source>
        <extracomment>engine/data/containers/saved_dataset.py</extracomment>
        <translation>Speichern oder kopieren Sie den Datensatz noch einmal.</translation>
    </message>
    <message>
        <source>Save or download the file again, as UTF-8 if you can choose.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>Speichern oder laden Sie die Datei noch einmal, möglichst als UTF-8.</translation>
    </message>
    <message>
        <source>Saves memory for about a third more time, with the same numbers. auto: where there is no room otherwise.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Spart Speicher für etwa ein Drittel mehr Zeit, mit denselben Zahlen. auto: wo sonst kein Platz ist.</translation>
    </message>
    <message>
        <source>Say which columns are which (on the command line with --map), or call them &quot;prompt&quot;, &quot;chosen&quot; and &quot;rejected&quot;.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Sagen Sie, welche Spalte was ist (auf der Befehlszeile mit --map), oder nennen Sie sie &quot;prompt&quot;, &quot;chosen&quot; und &quot;rejected&quot;.</translation>
    </message>
    <message>
        <source>Scales are always quantised, too.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Auch die Skalen werden immer quantisiert.</translation>
    </message>
    <message>
        <source>Scales by layer</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Skalierung nach Schicht</translation>
    </message>
    <message>
        <source>Schedule</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Score against the label</source>
        <extracomment>engine/data/checks/score_against_label.py</extracomment>
        <translation>Punkte gegen Bewertung</translation>
    </message>
    <message>
        <source>Scored or ranked replies</source>
        <extracomment>engine/data/formats/scored.py</extracomment>
        <translation>Antworten mit Punkten oder Rang</translation>
    </message>
    <message>
        <source>Scoring with the original</source>
        <extracomment>engine/training/reference_pass.py</extracomment>
        <translation>Bewertet mit dem Original</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>engine/evaluation/report.py, engine/plan.py</extracomment>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Set adapter.path to go on from one adapter.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Setzen Sie adapter.path, um von einem Adapter weiterzumachen.</translation>
    </message>
    <message>
        <source>Set data.thumbs_from_pairs = true to make each pair a thumb up and a thumb down, or choose a loss of pairs: bco_pair and apo_zero judge each reply by itself in the same way.</source>
        <extracomment>engine/training/thumbs.py</extracomment>
        <translation>Setzen Sie data.thumbs_from_pairs = true, um aus jedem Paar einen Daumen nach oben und einen nach unten zu machen, oder wählen Sie einen Loss für Paare: bco_pair und apo_zero beurteilen jede Antwort auf dieselbe Weise für sich.</translation>
    </message>
    <message>
        <source>Set it to &quot;auto&quot;, or leave it out.</source>
        <extracomment>engine/training/fit.py</extracomment>
        <translation>Setzen Sie es auf &quot;auto&quot;, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Set training.load_best_model_at_end or training.early_stopping_patience, or leave it out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Setzen Sie training.load_best_model_at_end oder training.early_stopping_patience, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Set training.loss_type = &quot;kto&quot;, which learns from single replies with a thumb up or down, or choose a file whose rows hold two replies to the same prompt.</source>
        <extracomment>engine/data/reader.py</extracomment>
        <translation>Setzen Sie training.loss_type = &quot;kto&quot;, das aus einzelnen Antworten mit Daumen nach oben oder unten lernt, oder wählen Sie eine Datei, deren Zeilen zwei Antworten auf denselben Prompt enthalten.</translation>
    </message>
    <message>
        <source>Set training.sample_prompts to how many prompts are to be answered, or leave it out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Setzen Sie training.sample_prompts darauf, wie viele Prompts beantwortet werden sollen, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Set training.sample_prompts to read replies during a run.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Setzen Sie training.sample_prompts, um während eines Laufs Antworten zu lesen.</translation>
    </message>
    <message>
        <source>Set training.warm_up_epochs, for example to 1, or leave it out.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Setzen Sie training.warm_up_epochs, zum Beispiel auf 1, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Share of the adapter&apos;s inputs left out at random while training.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Anteil der Eingaben des Adapters, der beim Training zufällig weggelassen wird.</translation>
    </message>
    <message>
        <source>Share of the pairs kept for evaluation, prompts kept together.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Anteil der Paare für den Test, gleiche Prompts bleiben zusammen.</translation>
    </message>
    <message>
        <source>Share of the updates over which the learning rate rises.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Anteil der Aktualisierungen, über die die Lernrate steigt.</translation>
    </message>
    <message>
        <source>Share of wrong labels</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Anteil falscher Bewertungen</translation>
    </message>
    <message>
        <source>ShareGPT pairs</source>
        <extracomment>engine/data/formats/sharegpt.py</extracomment>
        <translation>ShareGPT-Paare</translation>
    </message>
    <message>
        <source>Shorten the prompt, or begin a new conversation.</source>
        <extracomment>engine/chat/reply.py</extracomment>
        <translation>Kürzen Sie den Prompt oder beginnen Sie eine neue Unterhaltung.</translation>
    </message>
    <message>
        <source>Shorten the prompt, or leave turns out.</source>
        <extracomment>engine/evaluation/reply_reward.py</extracomment>
        <translation>Kürzen Sie den Prompt, oder lassen Sie Beiträge weg.</translation>
    </message>
    <message>
        <source>Shorter</source>
        <extracomment>engine/evaluation/vote.py</extracomment>
        <translation>Kürzer</translation>
    </message>
    <message>
        <source>Sizes by layer</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Größen nach Schicht</translation>
    </message>
    <message>
        <source>Special tokens</source>
        <extracomment>engine/data/checks/model/special_tokens.py</extracomment>
        <translation>Sondertoken</translation>
    </message>
    <message>
        <source>Split seed</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Seed der Aufteilung</translation>
    </message>
    <message>
        <source>Start a new run; its plan.toml can be used again.</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Beginnen Sie einen neuen Lauf; seine plan.toml kann wieder verwendet werden.</translation>
    </message>
    <message>
        <source>Start from</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <source>Start from a fresh adapter, or from an adapter that was made for this model.</source>
        <extracomment>engine/training/invariant.py</extracomment>
        <translation>Beginnen Sie mit einem neuen Adapter oder mit einem, der für dieses Modell gemacht wurde.</translation>
    </message>
    <message>
        <source>Stop and keep the best checkpoint. For a gentler result begin again with a higher beta or fewer passes.</source>
        <extracomment>engine/training/watch/saturation.py</extracomment>
        <translation>Halten Sie an und behalten Sie den besten Zwischenstand. Für ein sanfteres Ergebnis beginnen Sie neu mit höherem beta oder weniger Durchgängen.</translation>
    </message>
    <message>
        <source>Stop early</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Früher aufhören</translation>
    </message>
    <message>
        <source>Stop, keep the best</source>
        <extracomment>engine/training/watch/alarm.py</extracomment>
        <translation>Anhalten, Bestes behalten</translation>
    </message>
    <message>
        <source>Stopped before the first update.</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Vor der ersten Aktualisierung angehalten.</translation>
    </message>
    <message>
        <source>Stops pulling a pair apart once its margin is 1.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Zieht ein Paar nicht weiter auseinander, sobald sein Abstand 1 ist.</translation>
    </message>
    <message>
        <source>Such rows would teach nothing, so training leaves them out. A longer max_length or shorter prompts keep them.</source>
        <extracomment>engine/data/checks/model/lost_replies.py</extracomment>
        <translation>Solche Zeilen würden nichts lehren, daher lässt das Training sie aus. Ein größeres max_length oder kürzere Prompts behalten sie.</translation>
    </message>
    <message>
        <source>Sure</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>TRL (JSON lines)</source>
        <extracomment>engine/data/writers/trl_jsonl.py</extracomment>
        <translation>TRL (JSON-Zeilen)</translation>
    </message>
    <message>
        <source>TRL computes in bfloat16 anyway where it can, unless bf16 is false.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>TRL rechnet ohnehin in bfloat16, wo es kann, außer wenn bf16 false ist.</translation>
    </message>
    <message>
        <source>TRL labelled replies</source>
        <extracomment>engine/data/formats/unpaired.py</extracomment>
        <translation>TRL-Antworten mit Bewertung</translation>
    </message>
    <message>
        <source>TRL leaves the layers to peft, which mostly takes only q_proj and v_proj.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>TRL überlässt die Schichten peft, das meistens nur q_proj und v_proj nimmt.</translation>
    </message>
    <message>
        <source>TRL pairs</source>
        <extracomment>engine/data/formats/trl.py</extracomment>
        <translation>TRL-Paare</translation>
    </message>
    <message>
        <source>TRL pairs in turns</source>
        <extracomment>engine/data/formats/trl.py</extracomment>
        <translation>TRL-Paare in Beiträgen</translation>
    </message>
    <message>
        <source>TRL pairs in turns without a prompt field</source>
        <extracomment>engine/data/formats/trl.py</extracomment>
        <translation>TRL-Paare in Beiträgen ohne Promptfeld</translation>
    </message>
    <message>
        <source>TRL pairs without a prompt field</source>
        <extracomment>engine/data/formats/trl.py</extracomment>
        <translation>TRL-Paare ohne Promptfeld</translation>
    </message>
    <message>
        <source>TRL switches dropout off, the adapter&apos;s too.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>TRL schaltet Dropout ab, auch das des Adapters.</translation>
    </message>
    <message>
        <source>The further apart two rewards are, the more often they should be right.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Je weiter zwei Rewards auseinanderliegen, desto öfter sollten sie stimmen.</translation>
    </message>
    <message>
        <source>The model learns these very replies by heart rather than what they have in common.</source>
        <extracomment>engine/training/watch/overfitting.py</extracomment>
        <translation>Das Modell lernt genau diese Antworten auswendig statt das, was sie gemeinsam haben.</translation>
    </message>
    <message>
        <source>The model learns to avoid the bad replies more than to give the good ones; what it says instead may be neither.</source>
        <extracomment>engine/training/watch/displacement.py</extracomment>
        <translation>Das Modell lernt mehr, die schlechten Antworten zu meiden, als die guten zu geben; was es stattdessen sagt, ist vielleicht keines von beiden.</translation>
    </message>
    <message>
        <source>The work</source>
        <extracomment>app/background/beside.py</extracomment>
        <translation>Die Arbeit</translation>
    </message>
    <message>
        <source>The work was ended from outside before it was done.</source>
        <extracomment>app/background/beside.py</extracomment>
        <translation>Die Arbeit wurde von außen beendet, bevor sie fertig war.</translation>
    </message>
    <message>
        <source>Try again. If it stays, the details help whoever looks into it.</source>
        <extracomment>app/background/failure.py</extracomment>
        <translation>Versuchen Sie es noch einmal. Wenn es bleibt, helfen die Einzelheiten bei der Suche nach der Ursache.</translation>
    </message>
    <message>
        <source>Where a group is far below the whole, the model learnt less there, or its labels say otherwise.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Wo eine Gruppe weit unter dem Ganzen liegt, hat das Modell dort weniger gelernt, oder ihre Labels sagen anderes.</translation>
    </message>
    <message>
        <source>alike, within 10</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>gleich, bis auf 10</translation>
    </message>
    <message>
        <source>below 0.1</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>unter 0,1</translation>
    </message>
    <message>
        <source>chosen longer by 11 to 50</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>bevorzugte um 11 bis 50 länger</translation>
    </message>
    <message>
        <source>chosen longer by more than 50</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>bevorzugte um mehr als 50 länger</translation>
    </message>
    <message>
        <source>rejected longer by 11 to 50</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>abgelehnte um 11 bis 50 länger</translation>
    </message>
    <message>
        <source>rejected longer by more than 50</source>
        <extracomment>engine/evaluation/reward_report.py</extracomment>
        <translation>abgelehnte um mehr als 50 länger</translation>
    </message>
    <message>
        <source>use_peft is off: all weights are trained, and there is no adapter.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>use_peft ist aus: Alle Gewichte werden trainiert, und es gibt keinen Adapter.</translation>
    </message>
    <message>
        <source>Take 2 at least, better 8 or more.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Nehmen Sie mindestens 2, besser 8 oder mehr.</translation>
    </message>
    <message>
        <source>Good replies become less likely (likelihood displacement)</source>
        <extracomment>engine/training/watch/displacement.py</extracomment>
        <translation>Gute Antworten werden unwahrscheinlicher (likelihood displacement)</translation>
    </message>
    <message>
        <source>Longest text</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Längster Text</translation>
    </message>
    <message>
        <source>Raise the learning rate. If that does not help, look whether good and bad replies really differ.</source>
        <extracomment>engine/training/watch/stuck.py</extracomment>
        <translation>Erhöhen Sie die Lernrate. Wenn das nicht hilft, sehen Sie nach, ob sich gute und schlechte Antworten wirklich unterscheiden.</translation>
    </message>
    <message>
        <source>Stop and keep the best checkpoint; next time take fewer passes, more data, or early_stopping_patience.</source>
        <extracomment>engine/training/watch/overfitting.py</extracomment>
        <translation>Halten Sie an und behalten Sie den besten Zwischenstand; nehmen Sie nächstes Mal weniger Durchgänge, mehr Daten oder early_stopping_patience.</translation>
    </message>
    <message>
        <source>Take the prompts from a file, or from the built-in suites.</source>
        <extracomment>engine/evaluation/prompts.py</extracomment>
        <translation>Nehmen Sie die Prompts aus einer Datei oder aus den eingebauten Sammlungen.</translation>
    </message>
    <message>
        <source>Take the usual one unless you know better. Rates from recipes for full fine-tuning are ten times lower.</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>Nehmen Sie die übliche, wenn Sie es nicht besser wissen. Raten aus Rezepten für volles Finetuning sind zehnmal kleiner.</translation>
    </message>
    <message>
        <source>Taken as it is</source>
        <extracomment>engine/plan_import/account.py</extracomment>
        <translation>Übernommen, wie es ist</translation>
    </message>
    <message>
        <source>Target margin</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Zielabstand</translation>
    </message>
    <message>
        <source>Temperature of the blend</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Temperatur der Mischung</translation>
    </message>
    <message>
        <source>Testing on held-back pairs</source>
        <extracomment>engine/training/loop.py</extracomment>
        <translation>Testet auf zurückgehaltenen Paaren</translation>
    </message>
    <message>
        <source>The best evaluation always has a checkpoint; others are made about eight times a run.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der beste Test hat immer einen Zwischenstand; andere werden etwa acht Mal pro Lauf gemacht.</translation>
    </message>
    <message>
        <source>The best goes by loss, margin or accuracy on held-back pairs.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der beste richtet sich nach Loss, Abstand oder Trefferquote auf zurückgehaltenen Paaren.</translation>
    </message>
    <message>
        <source>The chat template decides.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Die Chatvorlage bestimmt es.</translation>
    </message>
    <message>
        <source>The chat template ends no reply with a stop token, so the model would never learn to stop.</source>
        <extracomment>engine/data/checks/model/reply_end.py</extracomment>
        <translation>Die Chatvorlage beendet keine Antwort mit einem Stopptoken, daher würde das Modell nie lernen aufzuhören.</translation>
    </message>
    <message>
        <source>The chat_template_kwargs are not an object with settings for the chat template.</source>
        <extracomment>engine/data/formats/trl.py</extracomment>
        <translation>Die chat_template_kwargs sind kein Objekt mit Einstellungen für die Chatvorlage.</translation>
    </message>
    <message>
        <source>The checkpoint holds another adapter than the run&apos;s plan asks for.</source>
        <extracomment>engine/training/optimizer.py</extracomment>
        <translation>Der Zwischenstand enthält einen anderen Adapter, als der Plan des Laufs verlangt.</translation>
    </message>
    <message>
        <source>The chosen reply</source>
        <extracomment>engine/data/edits/wording.py</extracomment>
        <translation>Die bevorzugte Antwort</translation>
    </message>
    <message>
        <source>The column mapping does not say where the replies are.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Die Spaltenzuordnung sagt nicht, wo die Antworten sind.</translation>
    </message>
    <message>
        <source>The contents or the completions are missing.</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Die contents oder die completions fehlen.</translation>
    </message>
    <message>
        <source>The conversation does not end with a reply to choose.</source>
        <extracomment>engine/data/formats/swift.py</extracomment>
        <translation>Die Unterhaltung endet nicht mit einer Antwort zur Wahl.</translation>
    </message>
    <message>
        <source>The data is learnt; what goes on changing is only how far the model moves from the original.</source>
        <extracomment>engine/training/watch/saturation.py</extracomment>
        <translation>Die Daten sind gelernt; was sich noch ändert, ist nur, wie weit sich das Modell vom Original entfernt.</translation>
    </message>
    <message>
        <source>The device ran out of memory. Everything up to the last checkpoint is saved.</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Dem Gerät ging der Speicher aus. Alles bis zum letzten Zwischenstand ist gespeichert.</translation>
    </message>
    <message>
        <source>The disk may be failing: choose another one.</source>
        <extracomment>engine/export/adapter.py, engine/export/model.py</extracomment>
        <translation>Der Datenträger ist vielleicht defekt: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The fine-tuned model has other layers than the one it was made from.</source>
        <extracomment>engine/model/whole_weights.py</extracomment>
        <translation>Das feinabgestimmte Modell hat andere Schichten als das, aus dem es gemacht wurde.</translation>
    </message>
    <message>
        <source>The folder that holds the model.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Der Ordner, der das Modell enthält.</translation>
    </message>
    <message>
        <source>The gradient</source>
        <extracomment>engine/training/loop.py</extracomment>
        <translation>Der Gradient</translation>
    </message>
    <message>
        <source>The gradient is zero</source>
        <extracomment>engine/training/watch/zero_gradients.py</extracomment>
        <translation>Der Gradient ist null</translation>
    </message>
    <message>
        <source>The history is not a list of questions with their answers.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Die Vorgeschichte ist keine Liste von Fragen mit ihren Antworten.</translation>
    </message>
    <message>
        <source>The label is neither true nor false.</source>
        <extracomment>engine/data/formats/unpaired.py</extracomment>
        <translation>Die Bewertung ist weder true noch false.</translation>
    </message>
    <message>
        <source>The last turn has no candidates to choose from.</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Der letzte Beitrag hat keine Kandidaten zur Wahl.</translation>
    </message>
    <message>
        <source>The last update of an epoch takes the pairs that are left.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Die letzte Aktualisierung einer Epoche nimmt die übrigen Paare.</translation>
    </message>
    <message>
        <source>The learning rate is unusual</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>Die Lernrate ist ungewöhnlich</translation>
    </message>
    <message>
        <source>The loss</source>
        <extracomment>engine/training/loop.py</extracomment>
        <translation>Der Loss</translation>
    </message>
    <message>
        <source>The loss bco_pair is added, without the running mean of the rewards.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Der Loss bco_pair wird addiert, ohne den laufenden Mittelwert der Rewards.</translation>
    </message>
    <message>
        <source>The loss decides, as here.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der Loss entscheidet, wie hier.</translation>
    </message>
    <message>
        <source>The loss is kto.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Der Loss ist kto.</translation>
    </message>
    <message>
        <source>The messages before it are not there.</source>
        <extracomment>engine/data/formats/oasst.py</extracomment>
        <translation>Die Nachrichten davor sind nicht da.</translation>
    </message>
    <message>
        <source>The messages before the rated reply run in a circle.</source>
        <extracomment>engine/data/formats/chat_tree.py</extracomment>
        <translation>Die Nachrichten vor der bewerteten Antwort laufen im Kreis.</translation>
    </message>
    <message>
        <source>The model is always computed in its own number format; see model.dtype.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Das Modell wird immer in seinem eigenen Zahlenformat berechnet; siehe model.dtype.</translation>
    </message>
    <message>
        <source>The model is trained as it is.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Das Modell wird trainiert, wie es ist.</translation>
    </message>
    <message>
        <source>The model is trained in model.dtype.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Das Modell wird in model.dtype trainiert.</translation>
    </message>
    <message>
        <source>The model reads these as signs, not as text: a turn can seem to end in the middle of a reply.</source>
        <extracomment>engine/data/checks/model/special_tokens.py</extracomment>
        <translation>Das Modell liest diese als Zeichen, nicht als Text: Ein Beitrag kann mitten in einer Antwort zu enden scheinen.</translation>
    </message>
    <message>
        <source>The model&apos;s chat template cannot write these conversations, so training leaves the rows out.</source>
        <extracomment>engine/data/checks/model/unusable_with_model.py</extracomment>
        <translation>Die Chatvorlage des Modells kann diese Unterhaltungen nicht schreiben, daher lässt das Training die Zeilen aus.</translation>
    </message>
    <message>
        <source>The model&apos;s folder is loaded as it is.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Der Ordner des Modells wird geladen, wie er ist.</translation>
    </message>
    <message>
        <source>The model&apos;s own chat template is used, which is what it was made with.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Die eigene Chatvorlage des Modells wird genommen, mit der es gemacht wurde.</translation>
    </message>
    <message>
        <source>The model&apos;s weights are kept in it, not only computed in; the adapter&apos;s stay in float32.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Die Gewichte des Modells werden darin gehalten, nicht nur berechnet; die des Adapters bleiben in float32.</translation>
    </message>
    <message>
        <source>The nearest is apo_zero.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Am nächsten ist apo_zero.</translation>
    </message>
    <message>
        <source>The optimizer is AdamW for all trained weights.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der Optimierer ist AdamW für alle trainierten Gewichte.</translation>
    </message>
    <message>
        <source>The optimizer is AdamW here, too.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der Optimierer ist auch hier AdamW.</translation>
    </message>
    <message>
        <source>The optimizer is AdamW in float32.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der Optimierer ist AdamW in float32.</translation>
    </message>
    <message>
        <source>The optimizer is AdamW with its usual settings.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der Optimierer ist AdamW mit seinen üblichen Einstellungen.</translation>
    </message>
    <message>
        <source>The optimizer is AdamW.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Der Optimierer ist AdamW.</translation>
    </message>
    <message>
        <source>The output layer cannot be adapted: its products are computed without gradients to save memory.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Die Ausgabeschicht kann nicht angepasst werden: Ihre Produkte werden ohne Gradienten berechnet, um Speicher zu sparen.</translation>
    </message>
    <message>
        <source>The pairs come out differently from when the run started: their tokens or their split changed.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Die Paare kommen anders heraus als beim Beginn des Laufs: Ihre Token oder ihre Aufteilung haben sich geändert.</translation>
    </message>
    <message>
        <source>The pairs per update stay as they are; memory decides the rest.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Die Paare pro Aktualisierung bleiben, wie sie sind; der Speicher bestimmt das Übrige.</translation>
    </message>
    <message>
        <source>The plan names no loss.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Der Plan nennt keinen Loss.</translation>
    </message>
    <message>
        <source>The plan names no model.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Der Plan nennt kein Modell.</translation>
    </message>
    <message>
        <source>The plan names no preference file.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Der Plan nennt keine Präferenzdatei.</translation>
    </message>
    <message>
        <source>The prompt</source>
        <extracomment>engine/data/edits/wording.py</extracomment>
        <translation>Der Prompt</translation>
    </message>
    <message>
        <source>The prompt ends with a reply, so nothing is left to answer.</source>
        <extracomment>engine/data/formats/pair.py</extracomment>
        <translation>Der Prompt endet mit einer Antwort, also bleibt nichts zu beantworten.</translation>
    </message>
    <message>
        <source>The prompt has no turn of the user.</source>
        <extracomment>engine/data/formats/pair.py</extracomment>
        <translation>Der Prompt hat keinen Beitrag des Benutzers.</translation>
    </message>
    <message>
        <source>The prompt is empty.</source>
        <extracomment>engine/data/formats/pair.py</extracomment>
        <translation>Der Prompt ist leer.</translation>
    </message>
    <message>
        <source>The prompt is missing.</source>
        <extracomment>engine/data/formats/fine_grained.py, engine/data/formats/trl.py, engine/data/formats/vote.py</extracomment>
        <translation>Der Prompt fehlt.</translation>
    </message>
    <message>
        <source>The prompt is missing: there are no input.messages.</source>
        <extracomment>engine/data/formats/openai.py</extracomment>
        <translation>Der Prompt fehlt: Es gibt keine input.messages.</translation>
    </message>
    <message>
        <source>The prompt&apos;s last turn is empty.</source>
        <extracomment>engine/data/formats/pair.py</extracomment>
        <translation>Der letzte Beitrag des Prompts ist leer.</translation>
    </message>
    <message>
        <source>The reference is that adapter as it was, and not the model without it.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Die Referenz ist jener Adapter, wie er war, und nicht das Modell ohne ihn.</translation>
    </message>
    <message>
        <source>The reference is the model as it was before the run.</source>
        <extracomment>engine/plan_import/llama_factory.py, engine/plan_import/trl.py</extracomment>
        <translation>Die Referenz ist das Modell, wie es vor dem Lauf war.</translation>
    </message>
    <message>
        <source>The reference stays as it was before the run.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Die Referenz bleibt, wie sie vor dem Lauf war.</translation>
    </message>
    <message>
        <source>The reference&apos;s log-probabilities are always computed first and kept.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Die Log-Wahrscheinlichkeiten der Referenz werden immer zuerst berechnet und behalten.</translation>
    </message>
    <message>
        <source>The reference&apos;s surplus tokens are weighted as well, as in the paper; there only the model&apos;s are.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Die überzähligen Token der Referenz werden ebenfalls gewichtet, wie im Artikel; dort nur die des Modells.</translation>
    </message>
    <message>
        <source>The rejected answer belongs to a different prompt.</source>
        <extracomment>engine/data/formats/chain.py</extracomment>
        <translation>Die abgelehnte Antwort gehört zu einem anderen Prompt.</translation>
    </message>
    <message>
        <source>The rejected reply</source>
        <extracomment>engine/data/edits/wording.py</extracomment>
        <translation>Die abgelehnte Antwort</translation>
    </message>
    <message>
        <source>The reply that was rated is not in the chat that was exported.</source>
        <extracomment>engine/data/formats/chat_tree.py</extracomment>
        <translation>Die bewertete Antwort ist nicht in dem Chat, der exportiert wurde.</translation>
    </message>
    <message>
        <source>The rows are in no format that is known. Choose their columns.</source>
        <extracomment>engine/data/file_shape.py</extracomment>
        <translation>Die Zeilen haben kein bekanntes Format. Wählen Sie ihre Spalten.</translation>
    </message>
    <message>
        <source>The run held no pairs back, so all its prompts were trained on.</source>
        <extracomment>engine/evaluation/prompts.py</extracomment>
        <translation>Der Lauf hat keine Paare zurückgehalten, also wurden alle seine Prompts trainiert.</translation>
    </message>
    <message>
        <source>The run&apos;s copy of its edits</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Die Kopie der Änderungen im Lauf</translation>
    </message>
    <message>
        <source>The run&apos;s copy of its first adapter</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Die Kopie des ersten Adapters im Lauf</translation>
    </message>
    <message>
        <source>The same share of max_steps.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Derselbe Anteil von max_steps.</translation>
    </message>
    <message>
        <source>The schedule constant begins at its full rate.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Der Verlauf constant beginnt mit der vollen Rate.</translation>
    </message>
    <message>
        <source>The schedules here have no settings of their own.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Die Verläufe hier haben keine eigenen Einstellungen.</translation>
    </message>
    <message>
        <source>The speakers&apos; names in plain text, nothing else.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Die Namen der Sprechenden in reinem Text, sonst nichts.</translation>
    </message>
    <message>
        <source>The stage kto does not read it.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>stage kto liest es nicht.</translation>
    </message>
    <message>
        <source>The stored scores of the original model do not belong to this model.</source>
        <extracomment>engine/training/invariant.py</extracomment>
        <translation>Die gespeicherten Werte des Originalmodells gehören nicht zu diesem Modell.</translation>
    </message>
    <message>
        <source>The tokenizer is used as it is.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Der Tokenizer wird genommen, wie er ist.</translation>
    </message>
    <message>
        <source>The tokenizer&apos;s own token fills up, and no result depends on it.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Das eigene Token des Tokenizers füllt auf, und kein Ergebnis hängt davon ab.</translation>
    </message>
    <message>
        <source>The tools are not a list of functions.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Die Werkzeuge sind keine Liste von Funktionen.</translation>
    </message>
    <message>
        <source>The trained model is better: the whole range lies above 50%.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Das trainierte Modell ist besser: Der ganze Bereich liegt über 50 %.</translation>
    </message>
    <message>
        <source>The trained model is probably better, but that is not settled: the range reaches below 50%.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Das trainierte Modell ist wahrscheinlich besser, aber nicht entschieden: Der Bereich reicht unter 50 %.</translation>
    </message>
    <message>
        <source>The trained model is probably worse, but that is not settled: the range reaches above 50%.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Das trainierte Modell ist wahrscheinlich schlechter, aber nicht entschieden: Der Bereich reicht über 50 %.</translation>
    </message>
    <message>
        <source>The trained model is worse: the whole range lies below 50%.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Das trainierte Modell ist schlechter: Der ganze Bereich liegt unter 50 %.</translation>
    </message>
    <message>
        <source>The two sides part before the last turn of the user, so they answer different prompts.</source>
        <extracomment>engine/data/formats/shared_prompt.py</extracomment>
        <translation>Die beiden Seiten trennen sich vor dem letzten Beitrag des Benutzers, also beantworten sie verschiedene Prompts.</translation>
    </message>
    <message>
        <source>The two sides share no beginning that could be the prompt.</source>
        <extracomment>engine/data/formats/shared_prompt.py</extracomment>
        <translation>Die beiden Seiten haben keinen gemeinsamen Anfang, der der Prompt sein könnte.</translation>
    </message>
    <message>
        <source>The update is scaled by alpha / r, with rslora by alpha / sqrt(r).</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Die Änderung wird mit alpha / r skaliert, mit rslora mit alpha / sqrt(r).</translation>
    </message>
    <message>
        <source>The updates overshoot and undo what was learnt; replies from here on are likely to be gibberish.</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Die Aktualisierungen schießen über das Ziel und machen Gelerntes rückgängig; Antworten sind ab hier wahrscheinlich Kauderwelsch.</translation>
    </message>
    <message>
        <source>The usual one: makes the chosen reply likelier than the rejected one, compared with the original.</source>
        <extracomment>engine/preference/losses/catalogue.py</extracomment>
        <translation>Der übliche: macht die bevorzugte Antwort wahrscheinlicher als die abgelehnte, verglichen mit dem Original.</translation>
    </message>
    <message>
        <source>The weights no longer change. With a large margin the loss is satisfied (hinge stops at 1); with a small one, the loss does not reach the adapter.</source>
        <extracomment>engine/training/watch/zero_gradients.py</extracomment>
        <translation>Die Gewichte ändern sich nicht mehr. Bei großem Abstand ist der Loss zufrieden (hinge hört bei 1 auf); bei kleinem erreicht der Loss den Adapter nicht.</translation>
    </message>
    <message>
        <source>There is no [project] with its format in it.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Es gibt kein [project] mit seinem Format darin.</translation>
    </message>
    <message>
        <source>There is no clear difference between the two so far.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Bisher gibt es keinen klaren Unterschied zwischen den beiden.</translation>
    </message>
    <message>
        <source>There is no pair to save.</source>
        <extracomment>engine/data/writers/save_copy.py</extracomment>
        <translation>Es gibt kein Paar zu speichern.</translation>
    </message>
    <message>
        <source>There is no prompt to ask.</source>
        <extracomment>engine/evaluation/trial.py</extracomment>
        <translation>Es gibt keinen Prompt zu fragen.</translation>
    </message>
    <message>
        <source>These prompts are trained on too, but for case and punctuation, so they make the evaluation look better.</source>
        <extracomment>engine/data/checks/catalogue.py</extracomment>
        <translation>Diese Prompts werden auch trainiert, bis auf Groß- und Kleinschreibung und Satzzeichen, daher lassen sie den Test besser aussehen.</translation>
    </message>
    <message>
        <source>Thumbs of one kind</source>
        <extracomment>engine/data/checks/one_sided_thumbs.py</extracomment>
        <translation>Daumen nur einer Art</translation>
    </message>
    <message>
        <source>Ties</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Gleichstände</translation>
    </message>
    <message>
        <source>Tokens at a time</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Token auf einmal</translation>
    </message>
    <message>
        <source>Tokens cut</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Abgeschnittene Token</translation>
    </message>
    <message>
        <source>Tokens of prompt and reply together; longer replies are cut.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Token von Prompt und Antwort zusammen; längere Antworten werden abgeschnitten.</translation>
    </message>
    <message>
        <source>Too early to say</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Noch zu früh</translation>
    </message>
    <message>
        <source>Too long for the model</source>
        <extracomment>engine/data/checks/model/longer_than_context.py</extracomment>
        <translation>Zu lang für das Modell</translation>
    </message>
    <message>
        <source>Train again with a lower learning rate.</source>
        <extracomment>engine/export/adapter.py, engine/export/model.py</extracomment>
        <translation>Trainieren Sie noch einmal mit kleinerer Lernrate.</translation>
    </message>
    <message>
        <source>Trained better</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Trainiertes besser</translation>
    </message>
    <message>
        <source>Trained model</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Trainiertes Modell</translation>
    </message>
    <message>
        <source>Training falls apart (divergence)</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Das Training zerfällt (Divergenz)</translation>
    </message>
    <message>
        <source>Training it may still work; it measures what it uses.</source>
        <extracomment>engine/forecast/passes.py, engine/forecast/unloaded.py</extracomment>
        <translation>Vielleicht lässt es sich trotzdem trainieren; dabei wird gemessen, was es braucht.</translation>
    </message>
    <message>
        <source>Training needs a chosen and a rejected reply for each prompt.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Das Training braucht zu jedem Prompt eine bevorzugte und eine abgelehnte Antwort.</translation>
    </message>
    <message>
        <source>Trying the faster way with this model</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Probiert den schnelleren Weg mit diesem Modell</translation>
    </message>
    <message>
        <source>Trying the longest pairs</source>
        <extracomment>engine/training/probe.py</extracomment>
        <translation>Probiert die längsten Paare</translation>
    </message>
    <message>
        <source>Turning text into tokens</source>
        <extracomment>engine/training/preparation.py</extracomment>
        <translation>Macht aus Text Token</translation>
    </message>
    <message>
        <source>Two rows that prefer opposite replies to one prompt cancel each other and teach nothing.</source>
        <extracomment>engine/data/checks/contradictions.py</extracomment>
        <translation>Zwei Zeilen, die bei einem Prompt entgegengesetzte Antworten vorziehen, heben sich auf und lehren nichts.</translation>
    </message>
    <message>
        <source>Two whole conversations</source>
        <extracomment>engine/data/formats/conversation_sides.py</extracomment>
        <translation>Zwei ganze Unterhaltungen</translation>
    </message>
    <message>
        <source>UltraFeedback completions</source>
        <extracomment>engine/data/formats/scored.py</extracomment>
        <translation>UltraFeedback-Antworten</translation>
    </message>
    <message>
        <source>Understood differently</source>
        <extracomment>engine/plan_import/account.py</extracomment>
        <translation>Anders verstanden</translation>
    </message>
    <message>
        <source>Unpack it yourself if you trust it, and choose the file inside.</source>
        <extracomment>engine/data/compressed.py</extracomment>
        <translation>Entpacken Sie sie selbst, wenn Sie ihr vertrauen, und wählen Sie die Datei darin.</translation>
    </message>
    <message>
        <source>Untitled</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Ohne Titel</translation>
    </message>
    <message>
        <source>Up to 80 characters</source>
        <extracomment>engine/arena/coverage.py</extracomment>
        <translation>Bis 80 Zeichen</translation>
    </message>
    <message>
        <source>Update DPO Studio and open it again.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Aktualisieren Sie DPO Studio, und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Updates between checkpoints; 0 picks about eight a run.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Aktualisierungen zwischen Zwischenständen; 0 nimmt etwa acht pro Lauf.</translation>
    </message>
    <message>
        <source>Updates between evaluations; 0 picks about eight a run.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Aktualisierungen zwischen Tests; 0 nimmt etwa acht pro Lauf.</translation>
    </message>
    <message>
        <source>Updates between such answers; 0 picks about eight times a run.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Aktualisierungen zwischen solchen Antworten; 0 nimmt etwa acht Mal pro Lauf.</translation>
    </message>
    <message>
        <source>Use [&quot;all-linear&quot;].</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>Nehmen Sie [&quot;all-linear&quot;].</translation>
    </message>
    <message>
        <source>Use a model folder that has its own tokenizer.json.</source>
        <extracomment>engine/model/gguf/tokenizer.py</extracomment>
        <translation>Nehmen Sie einen Modellordner mit eigener tokenizer.json.</translation>
    </message>
    <message>
        <source>Use a model whose template knows these roles, or leave these turns out.</source>
        <extracomment>engine/model/template.py</extracomment>
        <translation>Nehmen Sie ein Modell, dessen Vorlage diese Rollen kennt, oder lassen Sie diese Beiträge weg.</translation>
    </message>
    <message>
        <source>Use only the file&apos;s first pairs; 0 uses all.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Nur die ersten Paare der Datei verwenden; 0 nimmt alle.</translation>
    </message>
    <message>
        <source>Use target_modules = [&quot;all-linear&quot;], or names of linear layers of this model.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Nehmen Sie target_modules = [&quot;all-linear&quot;] oder Namen linearer Schichten dieses Modells.</translation>
    </message>
    <message>
        <source>User and Assistant</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>User und Assistant</translation>
    </message>
    <message>
        <source>Valid are auto, cpu, mps, cuda and cuda:1 and so on.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Gültig sind auto, cpu, mps, cuda, cuda:1 und so weiter.</translation>
    </message>
    <message>
        <source>Vote with 1 or 2.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>Stimmen Sie mit 1 oder 2 ab.</translation>
    </message>
    <message>
        <source>Votes</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it there; then try again.</source>
        <extracomment>engine/storage/lock.py</extracomment>
        <translation>Warten Sie, bis er zu Ende ist, oder halten Sie ihn dort an; dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Warming up on the chosen replies</source>
        <extracomment>engine/training/warm_up.py</extracomment>
        <translation>Wärmt sich an den bevorzugten Antworten auf</translation>
    </message>
    <message>
        <source>Weigh by likelihood</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Nach Wahrscheinlichkeit wiegen</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Gewichtsabnahme</translation>
    </message>
    <message>
        <source>Weight of imitation</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Gewicht der Nachahmung</translation>
    </message>
    <message>
        <source>Weight of surplus length</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Gewicht überzähliger Länge</translation>
    </message>
    <message>
        <source>Weight of thumbs down</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Gewicht der Daumen nach unten</translation>
    </message>
    <message>
        <source>Weight of thumbs up</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>Gewicht der Daumen nach oben</translation>
    </message>
    <message>
        <source>Weights in four bits stand still, so an adapter is trained.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Gewichte in vier Bit stehen still, also wird ein Adapter trainiert.</translation>
    </message>
    <message>
        <source>Weights of the mix</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Gewichte der Mischung</translation>
    </message>
    <message>
        <source>What OpenAI&apos;s and similar services take. Score gaps have no place in it.</source>
        <extracomment>engine/data/writers/openai_jsonl.py</extracomment>
        <translation>Was OpenAI und ähnliche Dienste nehmen. Punktabstände haben darin keinen Platz.</translation>
    </message>
    <message>
        <source>What is cut is not learnt, and a cut reply does not teach where to end. A longer max_length needs more memory.</source>
        <extracomment>engine/data/checks/model/cut_replies.py</extracomment>
        <translation>Was abgeschnitten ist, wird nicht gelernt, und eine abgeschnittene Antwort lehrt nicht, wo Schluss ist. Ein größeres max_length braucht mehr Speicher.</translation>
    </message>
    <message>
        <source>What is done is chosen by the command, not by the file.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Was getan wird, bestimmt der Befehl, nicht die Datei.</translation>
    </message>
    <message>
        <source>What is held back gets worse (overfitting)</source>
        <extracomment>engine/training/watch/overfitting.py</extracomment>
        <translation>Was zurückgehalten ist, wird schlechter (Overfitting)</translation>
    </message>
    <message>
        <source>What is tuned</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Was trainiert wird</translation>
    </message>
    <message>
        <source>What makes a reply better; sigmoid is DPO as published. Several are added to a mix.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Was eine Antwort besser macht; sigmoid ist DPO, wie es veröffentlicht wurde. Mehrere werden zu einer Mischung addiert.</translation>
    </message>
    <message>
        <source>What makes an evaluation on held-back pairs the best: loss, margin or accuracy.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Was einen Test auf zurückgehaltenen Paaren zum besten macht: loss, margin oder accuracy.</translation>
    </message>
    <message>
        <source>What most trainers read. Keeps every turn, tool and score gap.</source>
        <extracomment>engine/data/writers/trl_jsonl.py</extracomment>
        <translation>Was die meisten Trainer lesen. Behält jeden Beitrag, jedes Werkzeug und jeden Punktabstand.</translation>
    </message>
    <message>
        <source>What stands in the pairs is used; the chat template does the rest.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Was in den Paaren steht, wird genommen; die Chatvorlage tut das Übrige.</translation>
    </message>
    <message>
        <source>What the warm-up made</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Was das Aufwärmen gemacht hat</translation>
    </message>
    <message>
        <source>What was written differs from the run&apos;s adapter, so the export was taken back.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Was geschrieben wurde, weicht vom Adapter des Laufs ab, daher wurde der Export zurückgenommen.</translation>
    </message>
    <message>
        <source>What was written differs from the run&apos;s model, so the export was taken back.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Was geschrieben wurde, weicht vom Modell des Laufs ab, daher wurde der Export zurückgenommen.</translation>
    </message>
    <message>
        <source>Where a pair is too long, its reply&apos;s end is cut; LLaMA-Factory cuts prompt and reply in proportion.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Wo ein Paar zu lang ist, wird das Ende der Antwort abgeschnitten; LLaMA-Factory kürzt Prompt und Antwort im Verhältnis.</translation>
    </message>
    <message>
        <source>Where a pair is too long, the end of its reply is cut.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Wo ein Paar zu lang ist, wird das Ende der Antwort abgeschnitten.</translation>
    </message>
    <message>
        <source>Where both replies are the same there is nothing to prefer, and the pair only dilutes the others.</source>
        <extracomment>engine/data/checks/identical_replies.py</extracomment>
        <translation>Wo beide Antworten gleich sind, gibt es nichts vorzuziehen, und das Paar verdünnt nur die anderen.</translation>
    </message>
    <message>
        <source>Where dataset_info.json was looked for.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Wo dataset_info.json gesucht wurde.</translation>
    </message>
    <message>
        <source>Where the packed bytes are kept changes no number.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Wo die gepackten Bytes liegen, ändert keine Zahl.</translation>
    </message>
    <message>
        <source>Where the prompt already holds the reply, the model learns to copy; often the two fields were joined by mistake.</source>
        <extracomment>engine/data/checks/reply_in_prompt.py</extracomment>
        <translation>Wo der Prompt die Antwort schon enthält, lernt das Modell abzuschreiben; oft wurden die beiden Felder versehentlich verbunden.</translation>
    </message>
    <message>
        <source>Which columns to read, as in { prompt = &apos;question&apos; }; empty goes by their names.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Welche Spalten gelesen werden, wie in { prompt = &apos;question&apos; }; leer geht nach ihren Namen.</translation>
    </message>
    <message>
        <source>Which of several ranked replies make pairs; empty takes what suits the file.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Welche von mehreren gereihten Antworten Paare bilden; leer nimmt, was zur Datei passt.</translation>
    </message>
    <message>
        <source>Which rating decides, where the file has several; empty takes its own.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Welche Bewertung entscheidet, wo die Datei mehrere hat; leer nimmt ihre eigene.</translation>
    </message>
    <message>
        <source>With a large margin stop, since the rest changes nothing. Else check the loss and the adapter&apos;s layers.</source>
        <extracomment>engine/training/watch/zero_gradients.py</extracomment>
        <translation>Bei großem Abstand halten Sie an, da der Rest nichts ändert. Sonst prüfen Sie den Loss und die Schichten des Adapters.</translation>
    </message>
    <message>
        <source>Without a counterpart</source>
        <extracomment>engine/plan_import/account.py</extracomment>
        <translation>Ohne Entsprechung</translation>
    </message>
    <message>
        <source>Without a system message.</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>Ohne Systemnachricht.</translation>
    </message>
    <message>
        <source>Without an adapter nothing rewards one reply more than another.</source>
        <extracomment>engine/chat/best_of.py</extracomment>
        <translation>Ohne Adapter belohnt nichts eine Antwort mehr als eine andere.</translation>
    </message>
    <message>
        <source>Without one stop token</source>
        <extracomment>engine/data/checks/model/reply_end.py</extracomment>
        <translation>Ohne genau ein Stopptoken</translation>
    </message>
    <message>
        <source>Worse</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Write it as target=column, parted by commas: prompt=question,chosen=a,rejected=b.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Schreiben Sie sie als Ziel=Spalte, durch Kommas getrennt: prompt=question,chosen=a,rejected=b.</translation>
    </message>
    <message>
        <source>Write something, or drop it.</source>
        <extracomment>engine/data/edits/wording.py</extracomment>
        <translation>Schreiben Sie etwas, oder verwerfen Sie das Paar.</translation>
    </message>
    <message>
        <source>Write the values out.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>Schreiben Sie die Werte aus.</translation>
    </message>
    <message>
        <source>Writing sample replies</source>
        <extracomment>engine/training/samples.py</extracomment>
        <translation>Schreibt Probeantworten</translation>
    </message>
    <message>
        <source>Written for an older TRL; prompt and reply are cut together at data.max_length.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Für ein älteres TRL geschrieben; Prompt und Antwort werden gemeinsam bei data.max_length abgeschnitten.</translation>
    </message>
    <message>
        <source>Zephyr</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Zephyr</translation>
    </message>
    <message>
        <source>a GGUF model</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>ein GGUF-Modell</translation>
    </message>
    <message>
        <source>a LibreChat table, which leaves the ratings out</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>eine LibreChat-Tabelle, in der die Bewertungen fehlen</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a Python pickle</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>ein Python-Pickle</translation>
    </message>
    <message>
        <source>a binary file</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>eine Binärdatei</translation>
    </message>
    <message>
        <source>a chat of text-generation-webui, which rates nothing</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>einen Chat von text-generation-webui, der nichts bewertet</translation>
    </message>
    <message>
        <source>a list</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a number</source>
        <extracomment>engine/data/formats/messages.py, engine/plan_file.py</extracomment>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a pair</source>
        <extracomment>engine/training/thumbs.py</extracomment>
        <translation>ein Paar</translation>
    </message>
    <message>
        <source>a reply with a thumb shares its prompt with no other one</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>eine Antwort mit Daumen teilt ihren Prompt mit keiner anderen</translation>
    </message>
    <message>
        <source>a table</source>
        <extracomment>engine/data/containers/saved_dataset.py</extracomment>
        <translation>eine Tabelle</translation>
    </message>
    <message>
        <source>a whole number</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a zip archive</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>ein Zip-Archiv</translation>
    </message>
    <message>
        <source>about the same</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>etwa gleich</translation>
    </message>
    <message>
        <source>above</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>über</translation>
    </message>
    <message>
        <source>adapter</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>adapter.dora measures the model&apos;s weights, which model.load_in_4bit holds only in four bits.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>adapter.dora misst die Gewichte des Modells, die model.load_in_4bit nur in vier Bit hält.</translation>
    </message>
    <message>
        <source>adapter.target_modules has an empty name, or all-linear beside other names.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>adapter.target_modules hat einen leeren Namen, oder all-linear neben anderen Namen.</translation>
    </message>
    <message>
        <source>all weights of a model</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>alle Gewichte eines Modells</translation>
    </message>
    <message>
        <source>all-linear, or the names of the layers to adapt.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>all-linear oder die Namen der anzupassenden Schichten.</translation>
    </message>
    <message>
        <source>an adapter on a model</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>einen Adapter auf einem Modell</translation>
    </message>
    <message>
        <source>an archive inside an archive</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>ein Archiv in einem Archiv</translation>
    </message>
    <message>
        <source>an end token</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>ein Endtoken</translation>
    </message>
    <message>
        <source>an object</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>auto takes bfloat16 where the processor has it, else float32.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>auto nimmt bfloat16, wo der Prozessor es hat, sonst float32.</translation>
    </message>
    <message>
        <source>auto, cpu, mps, cuda or cuda:1.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>auto, cpu, mps, cuda oder cuda:1.</translation>
    </message>
    <message>
        <source>base model</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>Basismodell</translation>
    </message>
    <message>
        <source>below</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>unter</translation>
    </message>
    <message>
        <source>bf16 and fp16 go before it.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>bf16 und fp16 gehen vor.</translation>
    </message>
    <message>
        <source>both bad</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>beide schlecht</translation>
    </message>
    <message>
        <source>chosen reply</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>bevorzugte Antwort</translation>
    </message>
    <message>
        <source>data.evaluation_path is the preference file itself, so nothing would be held back.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>data.evaluation_path ist die Präferenzdatei selbst, also würde nichts zurückgehalten.</translation>
    </message>
    <message>
        <source>datasets goes before it.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>datasets geht vor.</translation>
    </message>
    <message>
        <source>down</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>unten</translation>
    </message>
    <message>
        <source>drop leaves out comparisons without a winner; keep reads them both ways round.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>drop lässt Vergleiche ohne Gewinner aus; keep liest sie in beiden Richtungen.</translation>
    </message>
    <message>
        <source>first reply</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>erste Antwort</translation>
    </message>
    <message>
        <source>folder of a model</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>fp16 is set.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>fp16 ist gesetzt.</translation>
    </message>
    <message>
        <source>half of a character</source>
        <extracomment>engine/data/json_text.py</extracomment>
        <translation>ein halbes Zeichen</translation>
    </message>
    <message>
        <source>holds bytes that are not UTF-8 text</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>enthält Bytes, die kein UTF-8-Text sind</translation>
    </message>
    <message>
        <source>is cut off at</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>ist abgeschnitten in</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>ist zu tief verschachtelt</translation>
    </message>
    <message>
        <source>is not valid JSON at</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>ist kein gültiges JSON in</translation>
    </message>
    <message>
        <source>is not valid JSON: </source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>ist kein gültiges JSON: </translation>
    </message>
    <message>
        <source>is not valid JSON: it is cut off</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>ist kein gültiges JSON: Es ist abgeschnitten</translation>
    </message>
    <message>
        <source>it drops attention weights at random</source>
        <extracomment>engine/preference/shared_prefix/attention.py</extracomment>
        <translation>es lässt zufällig Aufmerksamkeitsgewichte weg</translation>
    </message>
    <message>
        <source>it is not text that YAML allows</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>es ist kein Text, den YAML erlaubt</translation>
    </message>
    <message>
        <source>it makes an attention mask of its own</source>
        <extracomment>engine/preference/shared_prefix/attention.py</extracomment>
        <translation>es macht eine eigene Aufmerksamkeitsmaske</translation>
    </message>
    <message>
        <source>it mixes neighbouring tokens outside of attention</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>es mischt benachbarte Token außerhalb der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>its attention is cut into chunks</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>seine Aufmerksamkeit ist in Stücke geteilt</translation>
    </message>
    <message>
        <source>its attention is not causal</source>
        <extracomment>engine/preference/shared_prefix/attention.py</extracomment>
        <translation>seine Aufmerksamkeit ist nicht kausal</translation>
    </message>
    <message>
        <source>its base model</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>sein Basismodell</translation>
    </message>
    <message>
        <source>its code has no place for another attention function</source>
        <extracomment>engine/preference/shared_prefix/attention.py</extracomment>
        <translation>sein Code hat keinen Platz für eine andere Aufmerksamkeitsfunktion</translation>
    </message>
    <message>
        <source>its layers are not told how the pairs lie</source>
        <extracomment>engine/preference/shared_prefix/attention.py</extracomment>
        <translation>seinen Schichten wird nicht gesagt, wie die Paare liegen</translation>
    </message>
    <message>
        <source>its prompt alone fills the model&apos;s context</source>
        <extracomment>engine/data/checks/model/unusable_with_model.py</extracomment>
        <translation>allein der Prompt füllt den Kontext des Modells</translation>
    </message>
    <message>
        <source>kto is not mixed with imitation here.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>kto wird hier nicht mit Nachahmung gemischt.</translation>
    </message>
    <message>
        <source>kto_pair with its estimate of the divergence at 0 is apo_zero.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>kto_pair mit seiner Schätzung der Divergenz bei 0 ist apo_zero.</translation>
    </message>
    <message>
        <source>later copies</source>
        <extracomment>engine/data/mends/exact_duplicates.py</extracomment>
        <translation>spätere Kopien</translation>
    </message>
    <message>
        <source>later copy</source>
        <extracomment>engine/data/mends/exact_duplicates.py</extracomment>
        <translation>spätere Kopie</translation>
    </message>
    <message>
        <source>longer</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>länger</translation>
    </message>
    <message>
        <source>loss_type is kto_pair, which TRL no longer has either.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>loss_type ist kto_pair, das auch TRL nicht mehr hat.</translation>
    </message>
    <message>
        <source>model</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>model.device = &quot;auto&quot; takes the fastest device, as there.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>model.device = &quot;auto&quot; nimmt das schnellste Gerät, wie dort.</translation>
    </message>
    <message>
        <source>model.load_in_4bit holds weights that stand still, and training.tuning is full, which moves all of them.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>model.load_in_4bit hält feste Gewichte, und training.tuning ist full, was alle bewegt.</translation>
    </message>
    <message>
        <source>model.load_in_4bit needs the package bitsandbytes, which is not installed.</source>
        <extracomment>engine/model/four_bit.py</extracomment>
        <translation>model.load_in_4bit braucht das Paket bitsandbytes, das nicht installiert ist.</translation>
    </message>
    <message>
        <source>ms-swift pairs</source>
        <extracomment>engine/data/formats/swift.py</extracomment>
        <translation>ms-swift-Paare</translation>
    </message>
    <message>
        <source>neither JSON nor a table</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>weder JSON noch eine Tabelle</translation>
    </message>
    <message>
        <source>no pairs</source>
        <extracomment>engine/data/reader.py</extracomment>
        <translation>keine Paare</translation>
    </message>
    <message>
        <source>one of its replies has no tokens</source>
        <extracomment>engine/data/tokenize.py</extracomment>
        <translation>eine seiner Antworten hat keine Token</translation>
    </message>
    <message>
        <source>passed over</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>preference file</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>Präferenzdatei</translation>
    </message>
    <message>
        <source>rejected reply</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>abgelehnte Antwort</translation>
    </message>
    <message>
        <source>second reply</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>zweite Antwort</translation>
    </message>
    <message>
        <source>shorter</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>kürzer</translation>
    </message>
    <message>
        <source>simpo, cpo and orpo need no reference; others always have one.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>simpo, cpo und orpo brauchen keine Referenz; andere haben immer eine.</translation>
    </message>
    <message>
        <source>something else</source>
        <extracomment>engine/data/formats/messages.py, engine/model/gguf/facts.py</extracomment>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>system turn</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Systembeitrag</translation>
    </message>
    <message>
        <source>text in quotes</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>the chat template writes the prompt differently once a reply follows it</source>
        <extracomment>engine/data/tokenize.py</extracomment>
        <translation>die Chatvorlage schreibt den Prompt anders, sobald eine Antwort folgt</translation>
    </message>
    <message>
        <source>the data is empty</source>
        <extracomment>engine/training/preparation.py</extracomment>
        <translation>die Daten leer sind</translation>
    </message>
    <message>
        <source>the index is damaged</source>
        <extracomment>engine/storage/library.py</extracomment>
        <translation>der Index ist beschädigt</translation>
    </message>
    <message>
        <source>the last frame is cut off</source>
        <extracomment>engine/data/compressed.py</extracomment>
        <translation>der letzte Block ist abgeschnitten</translation>
    </message>
    <message>
        <source>the line</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>die Zeile</translation>
    </message>
    <message>
        <source>the plan wants it so</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>der Plan es so will</translation>
    </message>
    <message>
        <source>the prompt</source>
        <extracomment>engine/evaluation/prompts.py</extracomment>
        <translation>der Prompt</translation>
    </message>
    <message>
        <source>the system gave no reason</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>das System nannte keinen Grund</translation>
    </message>
    <message>
        <source>these lines</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>diese Zeilen</translation>
    </message>
    <message>
        <source>tie (bothbad)</source>
        <extracomment>engine/data/formats/spelled_vote.py</extracomment>
        <translation>tie (bothbad)</translation>
    </message>
    <message>
        <source>training.metric_for_best_model is set, but nothing keeps the best evaluation, so it would be ignored.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.metric_for_best_model ist gesetzt, aber nichts behält den besten Test, also würde es nicht beachtet.</translation>
    </message>
    <message>
        <source>training.sample_every is set, but training.sample_prompts is 0, so it would be ignored.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.sample_every ist gesetzt, aber training.sample_prompts ist 0, also würde es nicht beachtet.</translation>
    </message>
    <message>
        <source>training.seed decides the order of the pairs as well.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>training.seed bestimmt auch die Reihenfolge der Paare.</translation>
    </message>
    <message>
        <source>training.shared_prefix is on, but a reply with a thumb shares its prompt with no other one.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.shared_prefix ist an, aber eine Antwort mit Daumen teilt ihren Prompt mit keiner anderen.</translation>
    </message>
    <message>
        <source>training.warm_up_learning_rate is set, but training.warm_up_epochs is 0, so it would be ignored.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.warm_up_learning_rate ist gesetzt, aber training.warm_up_epochs ist 0, also würde es nicht beachtet.</translation>
    </message>
    <message>
        <source>true or false</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>unknown method</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>unbekannte Methode</translation>
    </message>
    <message>
        <source>up</source>
        <extracomment>a word within a sentence of the engine</extracomment>
        <translation>oben</translation>
    </message>
    <message>
        <source>warmup_steps goes before it.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>warmup_steps geht vor.</translation>
    </message>
    <message>
        <source>will not fit</source>
        <extracomment>engine/forecast/memory.py</extracomment>
        <translation>passt nicht</translation>
    </message>
    <message>
        <source>without a role</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>ohne Rolle</translation>
    </message>
</context>
<context>
    <name>engine sentences</name>
    <message>
        <source> It was made for {name}.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation> Er wurde für {name} gemacht.</translation>
    </message>
    <message>
        <source> The run is back at the checkpoint of step {last_good_step}.</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation> Der Lauf ist zurück beim Zwischenstand von Schritt {last_good_step}.</translation>
    </message>
    <message>
        <source> The {tuned_part} is from step {kept_step}, the best one.</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation> Gespeichert ist Schritt {kept_step}, der beste ({tuned_part}).</translation>
    </message>
    <message>
        <source> of the {limit} that the model can read</source>
        <extracomment>engine/data/checks/model/longer_than_context.py</extracomment>
        <translation> von den {limit}, die das Modell lesen kann</translation>
    </message>
    <message>
        <source>, min p {min_p}</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>, min p {min_p}</translation>
    </message>
    <message>
        <source>, repetition penalty {repetition_penalty}</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>, Wiederholungsstrafe {repetition_penalty}</translation>
    </message>
    <message>
        <source>, top k {top_k}</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>, top k {top_k}</translation>
    </message>
    <message>
        <source>A column cannot be mapped to {stranger}.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Eine Spalte kann nicht {stranger} zugeordnet werden.</translation>
    </message>
    <message>
        <source>A file could not be read or written: {error}.</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Eine Datei konnte nicht gelesen oder geschrieben werden: {error}.</translation>
    </message>
    <message>
        <source>A max_length of {limit} cuts {tokens} tokens, end tokens included.</source>
        <extracomment>engine/data/checks/model/cut_replies.py</extracomment>
        <translation>Ein max_length von {limit} schneidet {tokens} Token ab, Endtoken eingeschlossen.</translation>
    </message>
    <message>
        <source>A plan has no key {full_key}.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Ein Plan hat keinen Schlüssel {full_key}.</translation>
    </message>
    <message>
        <source>A plan has no key {key}.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>Ein Plan hat keinen Schlüssel {key}.</translation>
    </message>
    <message>
        <source>A plan has no part called [{section}].</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Ein Plan hat keinen Teil namens [{section}].</translation>
    </message>
    <message>
        <source>A reply of {max_new_tokens} tokens cannot be made.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Eine Antwort von {max_new_tokens} Token kann nicht gemacht werden.</translation>
    </message>
    <message>
        <source>Adapted are {ends}.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Angepasst werden {ends}.</translation>
    </message>
    <message>
        <source>After {step} updates the loss is {loss} and the margin {size}, as at the start.</source>
        <extracomment>engine/training/watch/stuck.py</extracomment>
        <translation>Nach {step} Aktualisierungen ist der Loss {loss} und der Abstand {size}, wie am Anfang.</translation>
    </message>
    <message>
        <source>All thumbs point {way}, so the model is not told what deserves a thumb {other}.</source>
        <extracomment>engine/data/checks/one_sided_thumbs.py</extracomment>
        <translation>Alle Daumen zeigen nach {way}, also erfährt das Modell nicht, was einen Daumen nach {other} verdient.</translation>
    </message>
    <message>
        <source>An adapter is trained, not {kind}.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Ein Adapter wird trainiert, nicht {kind}.</translation>
    </message>
    <message>
        <source>CPU, {value} cores</source>
        <extracomment>engine/model/device.py</extracomment>
        <translation>CPU, {value} Kerne</translation>
    </message>
    <message>
        <source>Check that {parent} can be written.</source>
        <extracomment>engine/storage/remembered_readings.py</extracomment>
        <translation>Prüfen Sie, ob {parent} beschrieben werden kann.</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {most_candidates}.</source>
        <extracomment>engine/chat/best_of.py</extracomment>
        <translation>Wählen Sie eine Zahl von 1 bis {most_candidates}.</translation>
    </message>
    <message>
        <source>Choose a number from 1 to {most_pairs}; 200 is usual.</source>
        <extracomment>engine/arena/plan.py</extracomment>
        <translation>Wählen Sie eine Zahl von 1 bis {most_pairs}; 200 ist üblich.</translation>
    </message>
    <message>
        <source>Choose one of {axes}.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>Wählen Sie eine von {axes}.</translation>
    </message>
    <message>
        <source>Choose one of {chat_templates}, or the chat or instruct version of this model.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Wählen Sie eine von {chat_templates} oder die Chat- oder Instruct-Version dieses Modells.</translation>
    </message>
    <message>
        <source>Choose one of: auto, {present}.</source>
        <extracomment>engine/model/device.py</extracomment>
        <translation>Wählen Sie eines von: auto, {present}.</translation>
    </message>
    <message>
        <source>Choose one that it can write: {suitable}.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Wählen Sie eine, die es schreiben kann: {suitable}.</translation>
    </message>
    <message>
        <source>Choose the folder of {base} that it was trained on, or another adapter.</source>
        <extracomment>engine/model/base_weights.py</extracomment>
        <translation>Wählen Sie den Ordner von {base}, auf dem er trainiert wurde, oder einen anderen Adapter.</translation>
    </message>
    <message>
        <source>Choose {listed} alone, or losses of pairs.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Wählen Sie {listed} allein oder Losses für Paare.</translation>
    </message>
    <message>
        <source>Correct data.{key} in the plan.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Korrigieren Sie data.{key} im Plan.</translation>
    </message>
    <message>
        <source>Correct it: {where}.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>Korrigieren Sie es: {where}.</translation>
    </message>
    <message>
        <source>Drawn with {drawn}.</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>Gezogen mit {drawn}.</translation>
    </message>
    <message>
        <source>Drop {count_pairs} that contradict each other, both sides.</source>
        <extracomment>engine/data/mends/contradictions.py</extracomment>
        <translation>{count_pairs} verwerfen, die sich widersprechen, beide Seiten.</translation>
    </message>
    <message>
        <source>Drop {count_pairs} whose two replies are the same.</source>
        <extracomment>engine/data/mends/identical_replies.py</extracomment>
        <translation>{count_pairs} mit zwei gleichen Antworten verwerfen.</translation>
    </message>
    <message>
        <source>Drop {count_pairs}; the first of each stays.</source>
        <extracomment>engine/data/mends/exact_duplicates.py</extracomment>
        <translation>{count_pairs} verwerfen; die erste von jeder bleibt.</translation>
    </message>
    <message>
        <source>Dropped {count_pairs}</source>
        <extracomment>engine/data/mends/exact_duplicates.py</extracomment>
        <translation>{count_pairs} verworfen</translation>
    </message>
    <message>
        <source>Dropped {count_pairs} that contradicted each other</source>
        <extracomment>engine/data/mends/contradictions.py</extracomment>
        <translation>{count_pairs} verworfen, die sich widersprachen</translation>
    </message>
    <message>
        <source>Dropped {count_pairs} with identical replies</source>
        <extracomment>engine/data/mends/identical_replies.py</extracomment>
        <translation>{count_pairs} mit gleichen Antworten verworfen</translation>
    </message>
    <message>
        <source>Each pair passes through the model as one row, compared with two rows: {difference} nats apart.</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>Jedes Paar geht als eine Zeile durch das Modell, verglichen mit zwei Zeilen: {difference} nats auseinander.</translation>
    </message>
    <message>
        <source>Ended early: {patience} evaluations in a row were no better than the best one.</source>
        <extracomment>engine/training/course.py</extracomment>
        <translation>Früher beendet: {patience} Tests hintereinander waren nicht besser als der beste.</translation>
    </message>
    <message>
        <source>Every pair of {name} is dropped, so nothing is left.</source>
        <extracomment>engine/data/edits/edited_data.py</extracomment>
        <translation>Jedes Paar von {name} ist verworfen, also bleibt nichts übrig.</translation>
    </message>
    <message>
        <source>Everything up to the last whole update is saved in {saved}.</source>
        <extracomment>engine/training/rescue.py</extracomment>
        <translation>Alles bis zur letzten ganzen Aktualisierung ist in {saved} gespeichert.</translation>
    </message>
    <message>
        <source>Failed: {message} {hint}
{details}</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Fehlgeschlagen: {message} {hint}
{details}</translation>
    </message>
    <message>
        <source>Flip {count_pairs}, so that the reply with the better score is chosen.</source>
        <extracomment>engine/data/mends/score_against_label.py</extracomment>
        <translation>{count_pairs} tauschen, damit die Antwort mit der besseren Punktzahl bevorzugt ist.</translation>
    </message>
    <message>
        <source>Flipped {count_pairs}</source>
        <extracomment>engine/data/mends/score_against_label.py</extracomment>
        <translation>{count_pairs} getauscht</translation>
    </message>
    <message>
        <source>From step {step} on</source>
        <extracomment>engine/training/room.py</extracomment>
        <translation>Ab Schritt {step}</translation>
    </message>
    <message>
        <source>Give it with --{option}.</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>Geben Sie es mit --{option} an.</translation>
    </message>
    <message>
        <source>Go on from step {last_good_step} at half the rate</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Von Schritt {last_good_step} mit halber Rate weiter</translation>
    </message>
    <message>
        <source>Go on with {usual}</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>Weiter mit {usual}</translation>
    </message>
    <message>
        <source>How much memory {name} needs cannot be foreseen.</source>
        <extracomment>engine/forecast/unloaded.py</extracomment>
        <translation>Wie viel Speicher {name} braucht, ist nicht vorherzusehen.</translation>
    </message>
    <message>
        <source>How much memory {name} needs cannot be foreseen: its shapes depend on its numbers.</source>
        <extracomment>engine/forecast/passes.py</extracomment>
        <translation>Wie viel Speicher {name} braucht, ist nicht vorherzusehen: Seine Formen hängen von seinen Zahlen ab.</translation>
    </message>
    <message>
        <source>In {equal} more pairs both replies have the same score.</source>
        <extracomment>engine/data/checks/score_against_label.py</extracomment>
        <translation>In {equal} weiteren Paaren haben beide Antworten dieselbe Punktzahl.</translation>
    </message>
    <message>
        <source>It has no verdict: {field} is no number.</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>Sie hat kein Urteil: {field} ist keine Zahl.</translation>
    </message>
    <message>
        <source>It is no vote, but an entry of the type {kind}.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Sie ist keine Stimme, sondern ein Eintrag der Art {kind}.</translation>
    </message>
    <message>
        <source>Its columns are {listed}.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Ihre Spalten sind {listed}.</translation>
    </message>
    <message>
        <source>Its label {label} stands for no verdict.</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>Ihre Bewertung {label} steht für kein Urteil.</translation>
    </message>
    <message>
        <source>Its model is gone: {path}.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>Sein Modell ist weg: {path}.</translation>
    </message>
    <message>
        <source>Its paper takes {suggested}.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Der Artikel dazu nimmt {suggested}.</translation>
    </message>
    <message>
        <source>Its preference file cannot be read: {error}.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>Seine Präferenzdatei kann nicht gelesen werden: {error}.</translation>
    </message>
    <message>
        <source>Its preference file is gone: {data}.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>Seine Präferenzdatei ist weg: {data}.</translation>
    </message>
    <message>
        <source>Its verdict {text} does not say which reply is better.</source>
        <extracomment>engine/data/formats/spelled_vote.py</extracomment>
        <translation>Ihr Urteil {text} sagt nicht, welche Antwort besser ist.</translation>
    </message>
    <message>
        <source>Its verdict {verdict} is none of 0, 1 and 2.</source>
        <extracomment>engine/data/formats/fine_grained.py</extracomment>
        <translation>Ihr Urteil {verdict} ist weder 0 noch 1 noch 2.</translation>
    </message>
    <message>
        <source>Its weights are quantised ({method}), and training needs plain ones.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Seine Gewichte sind quantisiert ({method}), und das Training braucht unquantisierte.</translation>
    </message>
    <message>
        <source>Its {field} is {number}, which stands for no verdict.</source>
        <extracomment>engine/data/formats/annotations.py</extracomment>
        <translation>Ihr {field} ist {number}, was für kein Urteil steht.</translation>
    </message>
    <message>
        <source>Its {replace} begins as a list and is none.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Ihr {replace} beginnt als Liste und ist keine.</translation>
    </message>
    <message>
        <source>Its {replace} holds something that is no text.</source>
        <extracomment>engine/data/formats/arena.py</extracomment>
        <translation>Ihr {replace} enthält etwas, das kein Text ist.</translation>
    </message>
    <message>
        <source>LLaMA-Factory ignores it with {name}.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>LLaMA-Factory beachtet es mit {name} nicht.</translation>
    </message>
    <message>
        <source>Learning rate × {raise}</source>
        <extracomment>engine/training/watch/stuck.py</extracomment>
        <translation>Lernrate × {raise}</translation>
    </message>
    <message>
        <source>Leave it at {default}, or choose {listed}.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Lassen Sie es bei {default}, oder wählen Sie {listed}.</translation>
    </message>
    <message>
        <source>Leave it at {default}, or set {part}.{other} to {needed}.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Lassen Sie es bei {default}, oder setzen Sie {part}.{other} auf {needed}.</translation>
    </message>
    <message>
        <source>Line {line_num} is no row of a table: {error}.</source>
        <extracomment>engine/data/containers/delimited.py</extracomment>
        <translation>Zeile {line_num} ist keine Tabellenzeile: {error}.</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>Zeile {number}</translation>
    </message>
    <message>
        <source>Loading {name}</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Lädt {name}</translation>
    </message>
    <message>
        <source>Lower training.warm_up_learning_rate: try {learning_rate}.</source>
        <extracomment>engine/training/warm_up.py</extracomment>
        <translation>Verringern Sie training.warm_up_learning_rate: Versuchen Sie {learning_rate}.</translation>
    </message>
    <message>
        <source>Map to these: {targets}.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Ordnen Sie diesen zu: {targets}.</translation>
    </message>
    <message>
        <source>Models of the kind {name} compute their logits in a way that training does not know.</source>
        <extracomment>engine/preference/output_head.py</extracomment>
        <translation>Modelle der Art {name} berechnen ihre Logits auf eine Weise, die das Training nicht kennt.</translation>
    </message>
    <message>
        <source>Most often: {named}.</source>
        <extracomment>engine/data/checks/model/special_tokens.py</extracomment>
        <translation>Am häufigsten: {named}.</translation>
    </message>
    <message>
        <source>Most often: {rstrip}.</source>
        <extracomment>engine/data/checks/model/unusable_with_model.py</extracomment>
        <translation>Am häufigsten: {rstrip}.</translation>
    </message>
    <message>
        <source>Name it once and weigh it in {part}.loss_weights.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Nennen Sie es einmal, und wiegen Sie es in {part}.loss_weights.</translation>
    </message>
    <message>
        <source>Name one of these: {list}.</source>
        <extracomment>engine/data/column_values.py</extracomment>
        <translation>Nennen Sie eine von diesen: {list}.</translation>
    </message>
    <message>
        <source>New run with {usual}</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>Neuer Lauf mit {usual}</translation>
    </message>
    <message>
        <source>No folder of our own can be made in {place}.</source>
        <extracomment>app/background/own_folder.py</extracomment>
        <translation>In {place} kann kein eigener Ordner angelegt werden.</translation>
    </message>
    <message>
        <source>No pair is left to learn from. The first was left out because {reason}.</source>
        <extracomment>engine/training/preparation.py</extracomment>
        <translation>Es ist kein Paar zum Lernen übrig. Das erste wurde ausgelassen, weil {reason}.</translation>
    </message>
    <message>
        <source>No reference: the loss compares with nothing. Training starts from {model}.</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>Keine Referenz: Der Loss vergleicht mit nichts. Das Training beginnt bei {model}.</translation>
    </message>
    <message>
        <source>None of the {damages} checkpoints in {folder} can be resumed from: their files are damaged.</source>
        <extracomment>engine/storage/checkpoint.py</extracomment>
        <translation>Keiner der {damages} Zwischenstände in {folder} kann fortgesetzt werden: Ihre Dateien sind beschädigt.</translation>
    </message>
    <message>
        <source>None of the {rows} rows in {name} gives a pair.{reason}</source>
        <extracomment>engine/data/reader.py</extracomment>
        <translation>Keine der {rows} Zeilen in {name} ergibt ein Paar.{reason}</translation>
    </message>
    <message>
        <source>Nothing was kept, because {path} cannot be written.</source>
        <extracomment>engine/storage/arena_log.py</extracomment>
        <translation>Nichts wurde behalten, weil {path} nicht beschrieben werden kann.</translation>
    </message>
    <message>
        <source>One preference file is read; {more} more are left out.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Eine Präferenzdatei wird gelesen; {more} weitere werden ausgelassen.</translation>
    </message>
    <message>
        <source>One preference file is read; {names} more are left out.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Eine Präferenzdatei wird gelesen; {names} weitere werden ausgelassen.</translation>
    </message>
    <message>
        <source>Only {files} of {total} weight files are there: {missing} is missing.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Nur {files} von {total} Gewichtsdateien sind da: {missing} fehlt.</translation>
    </message>
    <message>
        <source>Only {reader} reads it.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Nur {reader} liest es.</translation>
    </message>
    <message>
        <source>Part of training.batch_size = {pairs} x {times} = {pairs2}</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Teil von training.batch_size = {pairs} x {times} = {pairs2}</translation>
    </message>
    <message>
        <source>Picking the {word} reply is right for {share} of the pairs, so training will also teach {habit} replies.</source>
        <extracomment>engine/data/checks/length_bias.py</extracomment>
        <translation>Die {word} Antwort zu wählen ist bei {share} der Paare richtig, daher wird das Training auch {habit} Antworten lehren.</translation>
    </message>
    <message>
        <source>Put it back at {model} and export again.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Legen Sie es nach {model} zurück, und exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <extracomment>engine/training/preparation.py</extracomment>
        <translation>Liest {name}</translation>
    </message>
    <message>
        <source>Remove the path from the model&apos;s {name}, then export again.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>Entfernen Sie den Pfad aus {name} des Modells, und exportieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Reply {value} is empty.</source>
        <extracomment>engine/arena/pairs.py</extracomment>
        <translation>Antwort {value} ist leer.</translation>
    </message>
    <message>
        <source>Restore the file from a copy, or remove {value} with a text editor, which leaves out what was edited there. Then open the data again.</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>Stellen Sie die Datei aus einer Kopie wieder her, oder entfernen Sie {value} mit einem Texteditor, was die Änderungen darin weglässt. Öffnen Sie dann die Daten noch einmal.</translation>
    </message>
    <message>
        <source>Row {row}</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>Zeile {row}</translation>
    </message>
    <message>
        <source>Saving the {tuned_part}</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Speichert: {tuned_part}</translation>
    </message>
    <message>
        <source>Set data.max_length to {limit}; longer replies are then cut.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Setzen Sie data.max_length auf {limit}; längere Antworten werden dann abgeschnitten.</translation>
    </message>
    <message>
        <source>System message:

{fenced}</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>Systemnachricht:

{fenced}</translation>
    </message>
    <message>
        <source>TRL&apos;s {names} ignores it, so it is left out; with sigmoid it would make cDPO here.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>{names} von TRL beachtet es nicht, also wird es weggelassen; mit sigmoid würde es hier cDPO machen.</translation>
    </message>
    <message>
        <source>The adapter in {adapter} was made for other weights: those of {base} (sha256 {base_sha256}), and the model in {folder} has others (sha256 {base_sha2562}).</source>
        <extracomment>engine/model/base_weights.py</extracomment>
        <translation>Der Adapter in {adapter} wurde für andere Gewichte gemacht: die von {base} (sha256 {base_sha256}), und das Modell in {folder} hat andere (sha256 {base_sha2562}).</translation>
    </message>
    <message>
        <source>The adapter of {name} cannot be read, so it was not exported.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Der Adapter von {name} kann nicht gelesen werden, also wurde er nicht exportiert.</translation>
    </message>
    <message>
        <source>Each reply passes through the model as a row of its own, because {reason}.</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>Jede Antwort geht als eigene Zeile durch das Modell, Grund: {reason}.</translation>
    </message>
    <message>
        <source>The adapter of {name} holds numbers that are not finite: its training went astray.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Der Adapter von {name} enthält Zahlen, die nicht endlich sind: Sein Training ist entgleist.</translation>
    </message>
    <message>
        <source>The adapter {folder} does not fit {name}.</source>
        <extracomment>engine/model/voice.py</extracomment>
        <translation>Der Adapter {folder} passt nicht zu {name}.</translation>
    </message>
    <message>
        <source>The adapter {name} does not fit this model.{made_for}</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Der Adapter {name} passt nicht zu diesem Modell.{made_for}</translation>
    </message>
    <message>
        <source>The base model {base} is no longer where the run found it, so its tokenizer cannot go along.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Das Basismodell {base} ist nicht mehr dort, wo der Lauf es fand, also kann sein Tokenizer nicht mit.</translation>
    </message>
    <message>
        <source>The best of {count} replies cannot be taken.</source>
        <extracomment>engine/chat/best_of.py</extracomment>
        <translation>Die beste von {count} Antworten kann nicht genommen werden.</translation>
    </message>
    <message>
        <source>The change was not made, because {path} cannot be written.</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>Die Änderung wurde nicht gemacht, weil {path} nicht beschrieben werden kann.</translation>
    </message>
    <message>
        <source>The chat could not be saved: {parent} cannot be written, or its disk is full.</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>Der Chat konnte nicht gespeichert werden: {parent} kann nicht beschrieben werden, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The chat template {title} needs {missing}, which this model&apos;s tokenizer does not know.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Die Chatvorlage {title} braucht {missing}, was der Tokenizer dieses Modells nicht kennt.</translation>
    </message>
    <message>
        <source>The checkpoint of step {step} cannot be read.</source>
        <extracomment>engine/storage/checkpoint.py</extracomment>
        <translation>Der Zwischenstand von Schritt {step} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The checkpoint of step {step} could not be written to {folder}.</source>
        <extracomment>engine/storage/checkpoint.py</extracomment>
        <translation>Der Zwischenstand von Schritt {step} konnte nicht nach {folder} geschrieben werden.</translation>
    </message>
    <message>
        <source>The collected preferences in {path} could not be read.</source>
        <extracomment>engine/storage/arena_log.py</extracomment>
        <translation>Die gesammelten Präferenzen in {path} konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The column mapping names {target} twice.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Die Spaltenzuordnung nennt {target} zweimal.</translation>
    </message>
    <message>
        <source>The column mapping {strip} does not say which column it means.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>Die Spaltenzuordnung {strip} sagt nicht, welche Spalte sie meint.</translation>
    </message>
    <message>
        <source>The column {column} of {name} holds lists or objects, by which nothing can be grouped.</source>
        <extracomment>engine/data/column_values.py</extracomment>
        <translation>Die Spalte {column} von {name} enthält Listen oder Objekte, nach denen nichts gruppiert werden kann.</translation>
    </message>
    <message>
        <source>The copy could not be saved: {parent} cannot be written, or its disk is full.</source>
        <extracomment>engine/data/writers/save_copy.py</extracomment>
        <translation>Die Kopie konnte nicht gespeichert werden: {parent} kann nicht beschrieben werden, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The default is {default}.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>Die Vorgabe ist {default}.</translation>
    </message>
    <message>
        <source>The device ran out of memory. {value}, at most {tokens} tokens pass through the model at a time; the updates stay the same.</source>
        <extracomment>engine/training/room.py</extracomment>
        <translation>Dem Gerät ging der Speicher aus. {value} gehen höchstens {tokens} Token auf einmal durch das Modell; die Aktualisierungen bleiben gleich.</translation>
    </message>
    <message>
        <source>The device {name} is not on this computer.</source>
        <extracomment>engine/model/device.py</extracomment>
        <translation>Das Gerät {name} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>The edits in {path} could not be read.</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>Die Änderungen in {path} konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The event file of {name} could not be written to {folder}.</source>
        <extracomment>engine/export/tensorboard.py</extracomment>
        <translation>Die Ereignisdatei von {name} konnte nicht nach {folder} geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made, so the pairs have no place to be saved.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>Der Ordner {folder} kann nicht angelegt werden, also haben die Paare keinen Platz.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written.</source>
        <extracomment>engine/sweep/folder.py</extracomment>
        <translation>Der Ordner {folder} kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>The folder {folder} is not empty, so no project was made in it.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Der Ordner {folder} ist nicht leer, also wurde darin kein Projekt angelegt.</translation>
    </message>
    <message>
        <source>The folder {output} is not empty, and nothing in it is overwritten.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>Der Ordner {output} ist nicht leer, und nichts darin wird überschrieben.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be written, so the run has no place to be saved.</source>
        <extracomment>engine/storage/run_folder.py</extracomment>
        <translation>Der Ordner {path} kann nicht beschrieben werden, also hat der Lauf keinen Platz.</translation>
    </message>
    <message>
        <source>The folder {path} is not empty, and a run never overwrites anything.</source>
        <extracomment>engine/storage/run_folder.py</extracomment>
        <translation>Der Ordner {path} ist nicht leer, und ein Lauf überschreibt nie etwas.</translation>
    </message>
    <message>
        <source>The goal cannot be {goal} pairs.</source>
        <extracomment>engine/arena/plan.py</extracomment>
        <translation>Das Ziel kann nicht {goal} Paare sein.</translation>
    </message>
    <message>
        <source>The gradient&apos;s norm was {grad_norm} in the last {last} updates, at a margin of {rewards_margins}.</source>
        <extracomment>engine/training/watch/zero_gradients.py</extracomment>
        <translation>Die Norm des Gradienten war {grad_norm} in den letzten {last} Aktualisierungen, bei einem Abstand von {rewards_margins}.</translation>
    </message>
    <message>
        <source>The layers {target_modules} are not all in this model.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>Die Schichten {target_modules} sind nicht alle in diesem Modell.</translation>
    </message>
    <message>
        <source>The learning rate is probably too high: try {gentler}.</source>
        <extracomment>engine/training/loop.py</extracomment>
        <translation>Die Lernrate ist wahrscheinlich zu hoch: Versuchen Sie {gentler}.</translation>
    </message>
    <message>
        <source>The learning rate is {factor} times what it was from here on.</source>
        <extracomment>engine/training/course.py</extracomment>
        <translation>Die Lernrate ist ab hier das {factor}-Fache.</translation>
    </message>
    <message>
        <source>The learning rate is {rate}, far {word} the {usual} that is usual for {what} of {size} weights.</source>
        <extracomment>engine/training/watch/learning_rate.py</extracomment>
        <translation>Die Lernrate ist {rate}, weit {word} {usual}, was für {what} mit {size} Gewichten üblich ist.</translation>
    </message>
    <message>
        <source>The longest pair has {longest} tokens, but this model reads at most {limit}.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Das längste Paar hat {longest} Token, aber dieses Modell liest höchstens {limit}.</translation>
    </message>
    <message>
        <source>The longest pair has {longest} tokens{context}.</source>
        <extracomment>engine/data/checks/model/longer_than_context.py</extracomment>
        <translation>Das längste Paar hat {longest} Token{context}.</translation>
    </message>
    <message>
        <source>The longest {longest_tokens} tokens passed through the model, at a peak of {peak_memory_bytes} GiB; an epoch&apos;s updates will take about {ceil} min.{layers}</source>
        <extracomment>engine/training/fit.py</extracomment>
        <translation>Die längsten {longest_tokens} Token gingen durch das Modell, mit höchstens {peak_memory_bytes} GiB; die Aktualisierungen einer Epoche brauchen etwa {ceil} min.{layers}</translation>
    </message>
    <message>
        <source>The loss has risen from {at_first} to {loss}.</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>Der Loss ist von {at_first} auf {loss} gestiegen.</translation>
    </message>
    <message>
        <source>The loss sft is added, times {imitation}, as a mean over all tokens and not over replies.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>Der Loss sft wird addiert, mal {imitation}, als Mittel über alle Token und nicht über Antworten.</translation>
    </message>
    <message>
        <source>The loss sft is added, times {imitation}.</source>
        <extracomment>engine/plan_import/trl.py</extracomment>
        <translation>Der Loss sft wird addiert, mal {imitation}.</translation>
    </message>
    <message>
        <source>The memory of {device} is full, so the reply could not go on.</source>
        <extracomment>engine/chat/decoder.py</extracomment>
        <translation>Der Speicher von {device} ist voll, also konnte die Antwort nicht weitergehen.</translation>
    </message>
    <message>
        <source>The memory of {device} is full, so the reply has no reward.</source>
        <extracomment>engine/evaluation/reply_reward.py</extracomment>
        <translation>Der Speicher von {device} ist voll, also hat die Antwort keinen Reward.</translation>
    </message>
    <message>
        <source>The model could not be stored in {models}: the folder cannot be written, or the disk is full.</source>
        <extracomment>engine/model/gguf/convert.py</extracomment>
        <translation>Das Modell konnte nicht in {models} gespeichert werden: Der Ordner kann nicht beschrieben werden, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The model in {name} could not be loaded.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Das Modell in {name} konnte nicht geladen werden.</translation>
    </message>
    <message>
        <source>The model of {name} cannot be read, so it was not exported.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Das Modell von {name} kann nicht gelesen werden, also wurde es nicht exportiert.</translation>
    </message>
    <message>
        <source>The model of {name} holds numbers that are not finite: its training went astray.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Das Modell von {name} enthält Zahlen, die nicht endlich sind: Sein Training ist entgleist.</translation>
    </message>
    <message>
        <source>The model {model}</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Das Modell {model}</translation>
    </message>
    <message>
        <source>The model {name} cannot be used. {problem}</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Das Modell {name} kann nicht verwendet werden. {problem}</translation>
    </message>
    <message>
        <source>The model&apos;s chat template refused a conversation of {roles}: {error}.</source>
        <extracomment>engine/model/template.py</extracomment>
        <translation>Die Chatvorlage des Modells hat eine Unterhaltung aus {roles} abgewiesen: {error}.</translation>
    </message>
    <message>
        <source>The nearest is {nearest}.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>Am nächsten ist {nearest}.</translation>
    </message>
    <message>
        <source>The nearest valid one is {close}.</source>
        <extracomment>engine/nearest.py</extracomment>
        <translation>Am nächsten ist {close}.</translation>
    </message>
    <message>
        <source>The nearest valid value is {low}.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>Der nächste gültige Wert ist {low}.</translation>
    </message>
    <message>
        <source>The number format {name} is unknown.</source>
        <extracomment>engine/model/device.py</extracomment>
        <translation>Das Zahlenformat {name} ist unbekannt.</translation>
    </message>
    <message>
        <source>The pair is not kept, because {path} cannot be written.</source>
        <extracomment>engine/storage/pair_file.py</extracomment>
        <translation>Das Paar wird nicht behalten, weil {path} nicht beschrieben werden kann.</translation>
    </message>
    <message>
        <source>The pairs in {path} could not be read.</source>
        <extracomment>engine/storage/pair_file.py</extracomment>
        <translation>Die Paare in {path} konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The plan {path} could not be read.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Der Plan {path} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The preference file {data}</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>Die Präferenzdatei {data}</translation>
    </message>
    <message>
        <source>The project folder {folder} cannot be written.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Der Projektordner {folder} kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>The project {folder} could not be read.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Das Projekt {folder} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The project {name} could not be opened, because its project.toml is damaged.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Das Projekt {name} konnte nicht geöffnet werden, weil seine project.toml beschädigt ist.</translation>
    </message>
    <message>
        <source>The project {name} was made by a newer version of DPO Studio, which this one cannot read.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Das Projekt {name} wurde mit einer neueren Version von DPO Studio gemacht, die diese nicht lesen kann.</translation>
    </message>
    <message>
        <source>The prompt has {ids} tokens, but the model reads {limit} at most, its reply included.</source>
        <extracomment>engine/chat/reply.py</extracomment>
        <translation>Der Prompt hat {ids} Token, aber das Modell liest höchstens {limit}, seine Antwort eingeschlossen.</translation>
    </message>
    <message>
        <source>The reference is {what}. On {pairs} the model and its reference agree bit for bit.</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>Die Referenz ist {what}. Das Modell und seine Referenz stimmen Bit für Bit überein, geprüft: {pairs}.</translation>
    </message>
    <message>
        <source>The reference scores could not be stored, so the next run computes them again: {error}</source>
        <extracomment>engine/storage/reference_cache.py</extracomment>
        <translation>Die Referenzwerte konnten nicht gespeichert werden, also berechnet sie der nächste Lauf neu: {error}</translation>
    </message>
    <message>
        <source>The repetition penalty cannot be {repetition_penalty}.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Die Wiederholungsstrafe kann nicht {repetition_penalty} sein.</translation>
    </message>
    <message>
        <source>The row that ends in line {line} holds bytes that are not UTF-8 text.</source>
        <extracomment>engine/data/containers/delimited.py</extracomment>
        <translation>Die Tabellenzeile, die in Zeile {line} endet, enthält Bytes, die kein UTF-8-Text sind.</translation>
    </message>
    <message>
        <source>The row that ends in line {line} {reason}.</source>
        <extracomment>engine/data/containers/delimited.py</extracomment>
        <translation>Die Tabellenzeile, die in Zeile {line} endet, {reason}.</translation>
    </message>
    <message>
        <source>The row that ends in line {line} {what}.</source>
        <extracomment>engine/data/containers/delimited.py</extracomment>
        <translation>Die Tabellenzeile, die in Zeile {line} endet, {what}.</translation>
    </message>
    <message>
        <source>The run {name} has no adapter yet, so there is nothing to export.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Der Lauf {name} hat noch keinen Adapter, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>The run {name} has no model yet, so there is nothing to export.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Der Lauf {name} hat noch kein Modell, also gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>The run {name} is being worked on by another window or command.</source>
        <extracomment>engine/storage/lock.py</extracomment>
        <translation>An dem Lauf {name} arbeitet gerade ein anderes Fenster oder ein Befehl.</translation>
    </message>
    <message>
        <source>The run {name} is finished, so there is nothing to resume.</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Der Lauf {name} ist fertig, also gibt es nichts fortzusetzen.</translation>
    </message>
    <message>
        <source>The run {name} trained an adapter, which is not a model by itself.</source>
        <extracomment>engine/export/model.py</extracomment>
        <translation>Der Lauf {name} hat einen Adapter trainiert, der allein kein Modell ist.</translation>
    </message>
    <message>
        <source>The run {name} trained the whole model, so it has no adapter.</source>
        <extracomment>engine/export/adapter.py</extracomment>
        <translation>Der Lauf {name} hat das ganze Modell trainiert, also hat er keinen Adapter.</translation>
    </message>
    <message>
        <source>The samples have {now} tokens on average: {word} than before training ({then}), and {word} than the preferred replies ({preferred}).</source>
        <extracomment>engine/training/watch/length_drift.py</extracomment>
        <translation>Die Proben haben im Mittel {now} Token: {word} als vor dem Training ({then}) und {word} als die bevorzugten Antworten ({preferred}).</translation>
    </message>
    <message>
        <source>The seed cannot be {seed}.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Der Seed kann nicht {seed} sein.</translation>
    </message>
    <message>
        <source>The stored reference scores in {name} are damaged and are computed again.</source>
        <extracomment>engine/storage/reference_cache.py</extracomment>
        <translation>Die gespeicherten Referenzwerte in {name} sind beschädigt und werden neu berechnet.</translation>
    </message>
    <message>
        <source>The stored reference scores in {name} could not be read and are computed again: {error}</source>
        <extracomment>engine/storage/reference_cache.py</extracomment>
        <translation>Die gespeicherten Referenzwerte in {name} konnten nicht gelesen werden und werden neu berechnet: {error}</translation>
    </message>
    <message>
        <source>The sweep in {folder} is of another plan, and its runs could not be compared with new ones.</source>
        <extracomment>engine/sweep/folder.py</extracomment>
        <translation>Die Reihe in {folder} gehört zu einem anderen Plan, und ihre Läufe wären nicht mit neuen vergleichbar.</translation>
    </message>
    <message>
        <source>The temperature cannot be {temperature}.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>Die Temperatur kann nicht {temperature} sein.</translation>
    </message>
    <message>
        <source>The tokenizer in {name} could not be read.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>Der Tokenizer in {name} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The tokenizer of this GGUF is {kind}, which cannot be rebuilt here.</source>
        <extracomment>engine/model/gguf/tokenizer.py</extracomment>
        <translation>Der Tokenizer dieser GGUF-Datei ist {kind}, der hier nicht nachgebaut werden kann.</translation>
    </message>
    <message>
        <source>The tokenizer of this GGUF splits text in the way {splitting}, which cannot be rebuilt here.</source>
        <extracomment>engine/model/gguf/tokenizer.py</extracomment>
        <translation>Der Tokenizer dieser GGUF-Datei teilt Text auf die Art {splitting}, die hier nicht nachgebaut werden kann.</translation>
    </message>
    <message>
        <source>The vote does not count, because {path} cannot be written.</source>
        <extracomment>engine/storage/vote_log.py</extracomment>
        <translation>Die Stimme zählt nicht, weil {path} nicht beschrieben werden kann.</translation>
    </message>
    <message>
        <source>The votes could not be saved: {parent} cannot be written, or its disk is full.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>Die Stimmen konnten nicht gespeichert werden: {parent} kann nicht beschrieben werden, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The votes in {path} could not be read.</source>
        <extracomment>engine/storage/vote_log.py</extracomment>
        <translation>Die Stimmen in {path} konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The weights in {folder} are stored as pytorch_model.bin, a format that can run programs when opened.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Die Gewichte in {folder} sind als pytorch_model.bin gespeichert, ein Format, das beim Öffnen Programme ausführen kann.</translation>
    </message>
    <message>
        <source>The {name} of {name2} could not be written to {checkpoint}.</source>
        <extracomment>engine/model/checkpoint_voice.py</extracomment>
        <translation>{name} von {name2} konnte nicht nach {checkpoint} geschrieben werden.</translation>
    </message>
    <message>
        <source>The {place} reply has no score or rank.</source>
        <extracomment>engine/data/formats/reply_list.py</extracomment>
        <translation>Die Antwort {place} hat weder Punktzahl noch Rang.</translation>
    </message>
    <message>
        <source>The {side} reply begins with a tool&apos;s turn.</source>
        <extracomment>engine/data/formats/pair.py</extracomment>
        <translation>Die Antwort {side} beginnt mit dem Beitrag eines Werkzeugs.</translation>
    </message>
    <message>
        <source>The {side} reply holds a turn of the {stranger}.</source>
        <extracomment>engine/data/formats/pair.py</extracomment>
        <translation>Die Antwort {side} enthält einen Beitrag von {stranger}.</translation>
    </message>
    <message>
        <source>The {side} reply is empty.</source>
        <extracomment>engine/data/formats/pair.py, engine/data/formats/trl.py</extracomment>
        <translation>Die Antwort {side} ist leer.</translation>
    </message>
    <message>
        <source>The {side} side does not begin with a speaker.</source>
        <extracomment>engine/data/formats/transcript.py</extracomment>
        <translation>Die Seite {side} beginnt nicht mit jemandem, der spricht.</translation>
    </message>
    <message>
        <source>The {side} side ends without a reply.</source>
        <extracomment>engine/data/formats/transcript.py</extracomment>
        <translation>Die Seite {side} endet ohne Antwort.</translation>
    </message>
    <message>
        <source>The {what} could not be written to {output}: the folder is read-only, or the disk is full.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>{what} konnte nicht nach {output} geschrieben werden: Der Ordner ist schreibgeschützt, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The {where} has no parts.</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Kein Teil steht in: {where}.</translation>
    </message>
    <message>
        <source>The {where} holds a part of type {get}, and only text is read.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Ein Teil in {where} ist von der Art {get}, und nur Text wird gelesen.</translation>
    </message>
    <message>
        <source>The {where} holds a part that is {describe}, not text.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Ein Teil in {where} ist {describe}, kein Text.</translation>
    </message>
    <message>
        <source>The {where} holds a turn that is neither the user&apos;s nor the model&apos;s.</source>
        <extracomment>engine/data/formats/cloud.py</extracomment>
        <translation>Ein Beitrag in {where} ist weder vom Benutzer noch vom Modell.</translation>
    </message>
    <message>
        <source>The {where} holds a turn whose content is {describe}, not text.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Der Inhalt eines Beitrags in {where} ist {describe}, kein Text.</translation>
    </message>
    <message>
        <source>The {where} holds a turn {what}.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Ein Beitrag in {where} ist {what}.</translation>
    </message>
    <message>
        <source>The {where} holds tool calls that are not a list of calls.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>Die Werkzeugaufrufe in {where} sind keine Liste von Aufrufen.</translation>
    </message>
    <message>
        <source>The {where} holds {describe} where a turn belongs.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>In {where} steht {describe}, wo ein Beitrag hingehört.</translation>
    </message>
    <message>
        <source>The {where} is {what}.</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>In {where} steht {what}.</translation>
    </message>
    <message>
        <source>Their prompts alone have {limit} tokens or more.</source>
        <extracomment>engine/data/checks/model/lost_replies.py</extracomment>
        <translation>Allein ihre Prompts haben {limit} Token oder mehr.</translation>
    </message>
    <message>
        <source>There is no chat template called {name}.</source>
        <extracomment>engine/model/template_choice.py</extracomment>
        <translation>Es gibt keine Chatvorlage namens {name}.</translation>
    </message>
    <message>
        <source>There is no file at {path}.</source>
        <extracomment>engine/storage/edit_log.py, engine/training/admission.py</extracomment>
        <translation>Bei {path} ist keine Datei.</translation>
    </message>
    <message>
        <source>There is no folder at {folder}.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>Bei {folder} ist kein Ordner.</translation>
    </message>
    <message>
        <source>There is no run at {path}.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>Bei {path} ist kein Lauf.</translation>
    </message>
    <message>
        <source>There is no schedule {name}.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>Es gibt keinen Verlauf {name}.</translation>
    </message>
    <message>
        <source>There is something else at {folder} already, so the model was not written.</source>
        <extracomment>engine/model/gguf/convert.py</extracomment>
        <translation>Bei {folder} ist schon etwas anderes, also wurde das Modell nicht geschrieben.</translation>
    </message>
    <message>
        <source>This reply has no reward: {reason}.</source>
        <extracomment>engine/evaluation/reply_reward.py</extracomment>
        <translation>Diese Antwort hat keinen Reward: {reason}.</translation>
    </message>
    <message>
        <source>Those of the kinds {known} can. {use_original}</source>
        <extracomment>engine/model/gguf/families.py</extracomment>
        <translation>Die der Arten {known} können es. {use_original}</translation>
    </message>
    <message>
        <source>Too early to say: below {fewest_votes} votes with a preference, chance decides.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Noch zu früh: Unter {fewest_votes} Stimmen mit Vorzug entscheidet der Zufall.</translation>
    </message>
    <message>
        <source>Training stopped because of an error nobody foresaw: {name}: {error}.</source>
        <extracomment>engine/session.py</extracomment>
        <translation>Das Training endete durch einen Fehler, den niemand vorhergesehen hat: {name}: {error}.</translation>
    </message>
    <message>
        <source>Training the {tuned_part}</source>
        <extracomment>engine/training/loop.py, engine/training/run.py, engine/training/samples.py</extracomment>
        <translation>Training: {tuned_part}</translation>
    </message>
    <message>
        <source>Turn wrong letters back in {count_pairs}, such as Ã© into é.</source>
        <extracomment>engine/data/mends/encoding_damage.py</extracomment>
        <translation>Falsche Buchstaben zurückverwandeln in {count_pairs}, etwa Ã© in é.</translation>
    </message>
    <message>
        <source>Turned wrong letters back in {count_pairs}</source>
        <extracomment>engine/data/mends/encoding_damage.py</extracomment>
        <translation>Falsche Buchstaben zurückverwandelt in {count_pairs}</translation>
    </message>
    <message>
        <source>Unpacked, {name} takes {needed} GB, and {free} GB are free in {models}.</source>
        <extracomment>engine/model/gguf/convert.py</extracomment>
        <translation>Entpackt braucht {name} {needed} GB, und {free} GB sind in {models} frei.</translation>
    </message>
    <message>
        <source>Untitled {number}</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>Ohne Titel {number}</translation>
    </message>
    <message>
        <source>Valid are {valid}.</source>
        <extracomment>engine/nearest.py</extracomment>
        <translation>Gültig sind {valid}.</translation>
    </message>
    <message>
        <source>Went back from update {step} to the checkpoint of {step2}. {rate_words}</source>
        <extracomment>engine/training/course.py</extracomment>
        <translation>Zurück von Aktualisierung {step} zum Zwischenstand von {step2}. {rate_words}</translation>
    </message>
    <message>
        <source>Went on with {now} processes, and the run began with {before}. The updates are the same pairs, but their gradients may be added up in another order, so the numbers may differ by rounding.</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>Weiter mit {now} Prozessen, und der Lauf begann mit {before}. Die Aktualisierungen sind dieselben Paare, aber ihre Gradienten werden vielleicht in anderer Reihenfolge addiert, daher können sich die Zahlen um Rundung unterscheiden.</translation>
    </message>
    <message>
        <source>What you noted about the run {name} could not be saved.</source>
        <extracomment>engine/storage/run_remarks.py</extracomment>
        <translation>Was Sie zum Lauf {name} notiert haben, konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>While warming up, the loss or its gradient became infinite or no number at step {step}.</source>
        <extracomment>engine/training/warm_up.py</extracomment>
        <translation>Beim Aufwärmen wurde der Loss oder sein Gradient bei Schritt {step} unendlich oder keine Zahl.</translation>
    </message>
    <message>
        <source>Without a stop token: {without}, with more than one: {rows}.</source>
        <extracomment>engine/data/checks/model/reply_end.py</extracomment>
        <translation>Ohne Stopptoken: {without}, mit mehr als einem: {rows}.</translation>
    </message>
    <message>
        <source>Write a part [{name}] with its keys below it.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>Schreiben Sie einen Teil [{name}] mit seinen Schlüsseln darunter.</translation>
    </message>
    <message>
        <source>You preferred the trained model in {after} of {votes} with a preference, {rate}. If you voted on very many prompts of this kind, its share would lie between {low} and {high}: such a range is right in at least 95 of 100 tests, however early one stops.</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>Sie haben das trainierte Modell in {after} von {votes} mit Vorzug bevorzugt, {rate}. Wenn Sie über sehr viele Prompts dieser Art abstimmen, läge sein Anteil zwischen {low} und {high}: Ein solcher Bereich stimmt in mindestens 95 von 100 Tests, wie früh man auch aufhört.</translation>
    </message>
    <message>
        <source>an {what}</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>{what}</translation>
    </message>
    <message>
        <source>config.json in {folder} cannot be read, so the model&apos;s kind is unknown.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>config.json in {folder} kann nicht gelesen werden, also ist die Art des Modells unbekannt.</translation>
    </message>
    <message>
        <source>data.columns cannot be so. {message}</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>data.columns kann so nicht sein. {message}</translation>
    </message>
    <message>
        <source>data.thumbs_from_pairs is set, but {loss_type} learns from pairs and would ignore it.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>data.thumbs_from_pairs ist gesetzt, aber {loss_type} lernt aus Paaren und würde es nicht beachten.</translation>
    </message>
    <message>
        <source>decoder and head differ from the model by {float}</source>
        <extracomment>engine/preference/output_head.py</extracomment>
        <translation>Decoder und Kopf weichen um {float} vom Modell ab</translation>
    </message>
    <message>
        <source>ended after step {after_step}</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>beendet nach Schritt {after_step}</translation>
    </message>
    <message>
        <source>has {cells} cells under {names} names</source>
        <extracomment>engine/data/containers/delimited.py</extracomment>
        <translation>hat {cells} Zellen unter {names} Namen</translation>
    </message>
    <message>
        <source>is {size} MB long, too long for one preference</source>
        <extracomment>engine/data/record.py</extracomment>
        <translation>ist {size} MB lang, zu lang für eine Präferenz</translation>
    </message>
    <message>
        <source>it has layers of the kind {unknown}</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>es hat Schichten der Art {unknown}</translation>
    </message>
    <message>
        <source>its attention has a part named {name}</source>
        <extracomment>engine/preference/shared_prefix/attention.py</extracomment>
        <translation>seine Aufmerksamkeit hat einen Teil namens {name}</translation>
    </message>
    <message>
        <source>its numbers differ by {difference} nats on packed pairs, {tolerance} are allowed</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>seine Zahlen weichen bei gepackten Paaren um {difference} nats ab, {tolerance} sind erlaubt</translation>
    </message>
    <message>
        <source>its prompt has {boundary} tokens and fills max_length {max_length}</source>
        <extracomment>engine/data/tokenize.py</extracomment>
        <translation>der Prompt hat {boundary} Token und füllt max_length {max_length}</translation>
    </message>
    <message>
        <source>largest difference of a token&apos;s log-probability: {difference} nats</source>
        <extracomment>engine/training/invariant.py</extracomment>
        <translation>größter Unterschied der Log-Wahrscheinlichkeit eines Tokens: {difference} nats</translation>
    </message>
    <message>
        <source>loss {loss}, gradient norm {grad_norm}</source>
        <extracomment>engine/training/loop.py, engine/training/warm_up.py</extracomment>
        <translation>Loss {loss}, Gradientennorm {grad_norm}</translation>
    </message>
    <message>
        <source>min-p cannot be {min_p}.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>min-p kann nicht {min_p} sein.</translation>
    </message>
    <message>
        <source>model.device cannot be {device}.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>model.device kann nicht {device} sein.</translation>
    </message>
    <message>
        <source>model.load_in_4bit needs a CUDA card, and model.device is {device}.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>model.load_in_4bit braucht eine CUDA-Karte, und model.device ist {device}.</translation>
    </message>
    <message>
        <source>model.load_in_4bit needs a CUDA card, and this run would use {label}.</source>
        <extracomment>engine/model/four_bit.py</extracomment>
        <translation>model.load_in_4bit braucht eine CUDA-Karte, und dieser Lauf würde {label} nutzen.</translation>
    </message>
    <message>
        <source>not a {name}</source>
        <extracomment>engine/data/json_text.py</extracomment>
        <translation>kein {name}</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>packed pairs do not pass through it: {name}: {error}</source>
        <extracomment>engine/preference/shared_prefix/choice.py</extracomment>
        <translation>gepackte Paare gehen nicht hindurch: {name}: {error}</translation>
    </message>
    <message>
        <source>pref_loss is {shown}, which LLaMA-Factory has not.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>pref_loss ist {shown}, was LLaMA-Factory nicht hat.</translation>
    </message>
    <message>
        <source>rate × {learning_rate_factor} after step {after_step}</source>
        <extracomment>engine/storage/run_comparison.py</extracomment>
        <translation>Rate × {learning_rate_factor} nach Schritt {after_step}</translation>
    </message>
    <message>
        <source>relative difference {share}, allowed {allowed}</source>
        <extracomment>engine/training/invariant.py</extracomment>
        <translation>relativer Unterschied {share}, erlaubt {allowed}</translation>
    </message>
    <message>
        <source>reply {place}</source>
        <extracomment>engine/data/reply_lists.py</extracomment>
        <translation>Antwort {place}</translation>
    </message>
    <message>
        <source>stage is {stage}, and only dpo and kto have preferences to learn from.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>stage ist {stage}, und nur dpo und kto haben Präferenzen zum Lernen.</translation>
    </message>
    <message>
        <source>{hint} Then go on with: resume {path}</source>
        <extracomment>engine/training/warm_up.py</extracomment>
        <translation>{hint} Dann weiter mit: resume {path}</translation>
    </message>
    <message>
        <source>{name} rates replies one at a time ({unpaired} of them), so it holds {how_many}. This loss needs a chosen and a rejected reply for each prompt.</source>
        <extracomment>engine/data/reader.py</extracomment>
        <translation>{name} bewertet Antworten einzeln ({unpaired}), enthält also {how_many}. Dieser Loss braucht zu jedem Prompt eine bevorzugte und eine abgelehnte Antwort.</translation>
    </message>
    <message>
        <source>temperature {temperature}, top p {top_p}</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>Temperatur {temperature}, top p {top_p}</translation>
    </message>
    <message>
        <source>, and {more} more</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>, und {more} weitere</translation>
    </message>
    <message>
        <source>A margin stands for a probability, sigmoid(margin). Among pairs of which the rewards are 80% sure, 80% should be right. Here the two are {calibration_error} apart on average.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Ein Abstand steht für eine Wahrscheinlichkeit, sigmoid(Abstand). Von Paaren, bei denen die Rewards zu 80 % sicher sind, sollten 80 % stimmen. Hier liegen beide im Mittel {calibration_error} auseinander.</translation>
    </message>
    <message>
        <source>All was right in the last {value} updates, and the margin grew from {earlier} to {margin}.</source>
        <extracomment>engine/training/watch/saturation.py</extracomment>
        <translation>In den letzten {value} Aktualisierungen war alles richtig, und der Abstand wuchs von {earlier} auf {margin}.</translation>
    </message>
    <message>
        <source>Blind test: {run} against {model_name}</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Blindtest: {run} gegen {model_name}</translation>
    </message>
    <message>
        <source>Groups of fewer than {few} pairs say little.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Gruppen mit weniger als {few} Paaren sagen wenig.</translation>
    </message>
    <message>
        <source>Reasons you gave: {counts}{tail}.</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Ihre Gründe: {counts}{tail}.</translation>
    </message>
    <message>
        <source>The margin of what is held back fell from {earlier} after update {step} to {margins}, while that of training rose from {trained} to {trained2}.</source>
        <extracomment>engine/training/watch/overfitting.py</extracomment>
        <translation>Der Abstand dessen, was zurückgehalten ist, fiel von {earlier} nach Aktualisierung {step} auf {margins}, während der des Trainings von {trained} auf {trained2} stieg.</translation>
    </message>
    <message>
        <source>The margin rises to {margin}, but the log-probability of the good replies fell by {gain} nats, from {known} to {known2}.</source>
        <extracomment>engine/training/watch/displacement.py</extracomment>
        <translation>Der Abstand steigt auf {margin}, aber die Log-Wahrscheinlichkeit der guten Antworten fiel um {gain} nats, von {known} auf {known2}.</translation>
    </message>
    <message>
        <source>The reply that a person chose has the higher reward in {accuracy} of {pairs} pairs (beta {beta}). Always taking the longer reply would be right in {longer_wins}.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Bei {accuracy} von {pairs} Paaren hat die Antwort, die ein Mensch wählte, den höheren Reward (Beta {beta}). Immer die längere Antwort zu nehmen, träfe bei {longer_wins} zu.</translation>
    </message>
    <message>
        <source>The report could not be saved: {parent} cannot be written, or its disk is full.</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Der Bericht konnte nicht gespeichert werden: {parent} kann nicht beschrieben werden, oder der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The report could not be written to {path}: {error}.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>Der Bericht konnte nicht nach {path} geschrieben werden: {error}.</translation>
    </message>
    <message>
        <source>The trained model&apos;s replies had {after} words on average, the original&apos;s {before}.</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>Die Antworten des trainierten Modells hatten im Mittel {after} Wörter, die des Originals {before}.</translation>
    </message>
    <message>
        <source>exit code {exitcode}</source>
        <extracomment>app/background/beside.py</extracomment>
        <translation>Exit-Code {exitcode}</translation>
    </message>
    <message>
        <source>the JSON value {lower}</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>der JSON-Wert {lower}</translation>
    </message>
    <message>
        <source>top-k cannot be {top_k}.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>top-k kann nicht {top_k} sein.</translation>
    </message>
    <message>
        <source>top-p cannot be {top_p}.</source>
        <extracomment>engine/chat/generate.py</extracomment>
        <translation>top-p kann nicht {top_p} sein.</translation>
    </message>
    <message>
        <source>training.batch_size is {batch_size}, but {loss_type} compares the replies of an update with one another.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.batch_size ist {batch_size}, aber {loss_type} vergleicht die Antworten einer Aktualisierung miteinander.</translation>
    </message>
    <message>
        <source>training.warm_up_epochs imitates the chosen replies of pairs, and {loss_type} learns from single ones.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.warm_up_epochs ahmt die bevorzugten Antworten von Paaren nach, und {loss_type} lernt aus einzelnen.</translation>
    </message>
    <message>
        <source>training.{key} needs held-back pairs, and data.evaluation_share is 0.</source>
        <extracomment>engine/plan.py</extracomment>
        <translation>training.{key} braucht zurückgehaltene Paare, und data.evaluation_share ist 0.</translation>
    </message>
    <message>
        <source>type {kind}</source>
        <extracomment>engine/model/gguf/header.py</extracomment>
        <translation>Typ {kind}</translation>
    </message>
    <message>
        <source>wanted {wanted}
found {found}</source>
        <extracomment>engine/model/base_weights.py</extracomment>
        <translation>gesucht {wanted}
gefunden {found}</translation>
    </message>
    <message>
        <source>with the unknown role {name}</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>mit der unbekannten Rolle {name}</translation>
    </message>
    <message>
        <source>{checked_pairs} pairs</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>{checked_pairs} Paare</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <extracomment>engine/data/reader.py</extracomment>
        <translation>{count} Paare</translation>
    </message>
    <message>
        <source>{decided} votes</source>
        <extracomment>engine/evaluation/result.py</extracomment>
        <translation>{decided} Stimmen</translation>
    </message>
    <message>
        <source>{describe}, not text</source>
        <extracomment>engine/data/formats/messages.py</extracomment>
        <translation>{describe}, kein Text</translation>
    </message>
    <message>
        <source>{doing} did not work, because a file could not be read or written: {error}.</source>
        <extracomment>app/background/failure.py</extracomment>
        <translation>{doing} ist fehlgeschlagen, weil eine Datei nicht gelesen oder geschrieben werden konnte: {error}.</translation>
    </message>
    <message>
        <source>{doing} did not work, because of an error nobody foresaw: {name}: {error}.</source>
        <extracomment>app/background/failure.py</extracomment>
        <translation>{doing} ist fehlgeschlagen, durch einen Fehler, den niemand vorhergesehen hat: {name}: {error}.</translation>
    </message>
    <message>
        <source>{doing} needs more memory than this computer has free.</source>
        <extracomment>app/background/failure.py</extracomment>
        <translation>{doing} braucht mehr Speicher, als auf diesem Computer frei ist.</translation>
    </message>
    <message>
        <source>{dtype} nf4</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>{dtype} nf4</translation>
    </message>
    <message>
        <source>{file_name} holds no settings of TRL or LLaMA-Factory.</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>{file_name} enthält keine Einstellungen von TRL oder LLaMA-Factory.</translation>
    </message>
    <message>
        <source>{file_name} names no {wanted} that is on this computer.</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>{file_name} nennt keine Angabe ({wanted}), die auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>{folder} cannot be used.</source>
        <extracomment>engine/export/tensorboard.py</extracomment>
        <translation>{folder} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>{folder} has a config.json but no weights (model.safetensors).</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} hat eine config.json, aber keine Gewichte (model.safetensors).</translation>
    </message>
    <message>
        <source>{folder} holds a model of the kind {architecture}, which does not continue a text and so cannot chat.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} enthält ein Modell der Art {architecture}, das keinen Text fortsetzt und also nicht chatten kann.</translation>
    </message>
    <message>
        <source>{folder} holds a model that makes images or sound (diffusers), not text.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} enthält ein Modell, das Bilder oder Klang macht (diffusers), keinen Text.</translation>
    </message>
    <message>
        <source>{folder} holds a sentence-transformers model: it compares texts and cannot write any.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} enthält ein Modell von sentence-transformers: Es vergleicht Texte und kann keine schreiben.</translation>
    </message>
    <message>
        <source>{folder} holds an adapter, not a model: it only stores what was changed about {base}.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} enthält einen Adapter, kein Modell: Er speichert nur, was an {base} geändert wurde.</translation>
    </message>
    <message>
        <source>{folder} holds no adapter: adapter_config.json is missing.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>{folder} enthält keinen Adapter: adapter_config.json fehlt.</translation>
    </message>
    <message>
        <source>{folder} holds no model: there is no config.json in it.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} enthält kein Modell: Es ist keine config.json darin.</translation>
    </message>
    <message>
        <source>{folder} holds something already, and nothing is overwritten.</source>
        <extracomment>engine/export/tensorboard.py</extracomment>
        <translation>{folder} enthält schon etwas, und nichts wird überschrieben.</translation>
    </message>
    <message>
        <source>{folder} holds too many attempts of {name}.</source>
        <extracomment>engine/sweep/folder.py</extracomment>
        <translation>{folder} enthält zu viele Versuche von {name}.</translation>
    </message>
    <message>
        <source>{folder} is a file, but a model is a folder.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{folder} ist eine Datei, aber ein Modell ist ein Ordner.</translation>
    </message>
    <message>
        <source>{folder} is no project: it holds no project.toml.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>{folder} ist kein Projekt: Es enthält keine project.toml.</translation>
    </message>
    <message>
        <source>{folder} is not empty and holds no sweep.</source>
        <extracomment>engine/sweep/folder.py</extracomment>
        <translation>{folder} ist nicht leer und enthält keine Reihe.</translation>
    </message>
    <message>
        <source>{folder} lacks some or all of its weights.</source>
        <extracomment>engine/model/base_weights.py</extracomment>
        <translation>In {folder} fehlen einige oder alle Gewichte.</translation>
    </message>
    <message>
        <source>{hint} Then go on with: resume {folder}</source>
        <extracomment>engine/training/rescue.py</extracomment>
        <translation>{hint} Dann weiter mit: resume {folder}</translation>
    </message>
    <message>
        <source>{key} cannot be chosen where training goes on from an adapter: {name} has {value}.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>{key} kann nicht gewählt werden, wo das Training von einem Adapter weitergeht: {name} hat {value}.</translation>
    </message>
    <message>
        <source>{key} cannot be {name}.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} kann nicht {name} sein.</translation>
    </message>
    <message>
        <source>{key} cannot be {value}.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>{key} kann nicht {value} sein.</translation>
    </message>
    <message>
        <source>{key} has a layer without a name.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>{key} hat eine Schicht ohne Namen.</translation>
    </message>
    <message>
        <source>{key} has an empty place among its numbers.</source>
        <extracomment>engine/plan_import/translation.py</extracomment>
        <translation>{key} hat eine leere Stelle zwischen seinen Zahlen.</translation>
    </message>
    <message>
        <source>{key} has {pattern}, which is neither a layer&apos;s name nor a regular expression.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>{key} hat {pattern}, was weder der Name einer Schicht noch ein regulärer Ausdruck ist.</translation>
    </message>
    <message>
        <source>{key} has {weights} numbers for {names} losses.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} hat {weights} Zahlen für {names} Losses.</translation>
    </message>
    <message>
        <source>{key} has {weight}, but must be above 0.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} hat {weight}, muss aber über 0 sein.</translation>
    </message>
    <message>
        <source>{key} is epoch.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>{key} ist epoch.</translation>
    </message>
    <message>
        <source>{key} is no text.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>{key} ist kein Text.</translation>
    </message>
    <message>
        <source>{key} is set, but training.tuning = &quot;full&quot; trains no adapter, so it would be ignored.</source>
        <extracomment>engine/plan_adapter.py</extracomment>
        <translation>{key} ist gesetzt, aber training.tuning = &quot;full&quot; trainiert keinen Adapter, also würde es nicht beachtet.</translation>
    </message>
    <message>
        <source>{key} is set, but {listed} would ignore it.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} ist gesetzt, aber {listed} würde es nicht beachten.</translation>
    </message>
    <message>
        <source>{key} is set, but {part}.{other} is {getattr}, which would ignore it.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} ist gesetzt, aber {part}.{other} ist {getattr}, was es nicht beachten würde.</translation>
    </message>
    <message>
        <source>{key} is {number}, but must be a whole number.</source>
        <extracomment>engine/plan_import/translation.py</extracomment>
        <translation>{key} ist {number}, muss aber eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>{key} is {shown}, but must be a list of datasets.</source>
        <extracomment>engine/plan_import/places.py</extracomment>
        <translation>{key} ist {shown}, muss aber eine Liste von Datensätzen sein.</translation>
    </message>
    <message>
        <source>{key} is {shown}, but must be a list of names.</source>
        <extracomment>engine/plan_import/translation.py</extracomment>
        <translation>{key} ist {shown}, muss aber eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>{key} is {shown}, but must be a number.</source>
        <extracomment>engine/plan_import/translation.py</extracomment>
        <translation>{key} ist {shown}, muss aber eine Zahl sein.</translation>
    </message>
    <message>
        <source>{key} is {shown}, but must be a single text.</source>
        <extracomment>engine/plan_import/translation.py</extracomment>
        <translation>{key} ist {shown}, muss aber ein einzelner Text sein.</translation>
    </message>
    <message>
        <source>{key} is {shown}, but must be true or false.</source>
        <extracomment>engine/plan_import/translation.py</extracomment>
        <translation>{key} ist {shown}, muss aber true oder false sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, below {low}.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>{key} ist {value}, unter {low}.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be a finite number.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>{key} ist {value}, muss aber eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be a table of names.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} ist {value}, muss aber eine Tabelle von Namen sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be a table of numbers.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} ist {value}, muss aber eine Tabelle von Zahlen sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be above 0.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>{key} ist {value}, muss aber über 0 sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be true or false.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} ist {value}, muss aber true oder false sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be {range_text}.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} ist {value}, muss aber {range_text} sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but must be {words}.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} ist {value}, muss aber {words} sein.</translation>
    </message>
    <message>
        <source>{key} is {value}, but {name} needs it above 0.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} ist {value}, aber {name} braucht es über 0.</translation>
    </message>
    <message>
        <source>{key} is {value}, outside {low} to {high}.</source>
        <extracomment>engine/plan_fields.py</extracomment>
        <translation>{key} ist {value}, außerhalb von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{key} is {value}, which is no path here.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} ist {value}, was hier kein Pfad ist.</translation>
    </message>
    <message>
        <source>{key} mixes {listed}, which learns from single replies with thumbs, with {listed2}, which needs pairs.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} mischt {listed}, das aus einzelnen Antworten mit Daumen lernt, mit {listed2}, das Paare braucht.</translation>
    </message>
    <message>
        <source>{key} must be a list of names.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} muss eine Liste von Namen sein.</translation>
    </message>
    <message>
        <source>{key} must be a list of numbers.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{key} muss eine Liste von Zahlen sein.</translation>
    </message>
    <message>
        <source>{key} names {name} twice.</source>
        <extracomment>engine/preference/losses/choice.py</extracomment>
        <translation>{key} nennt {name} zweimal.</translation>
    </message>
    <message>
        <source>{key} names {pattern}, but no layer that is adapted is called so.</source>
        <extracomment>engine/model/adapter.py</extracomment>
        <translation>{key} nennt {pattern}, aber keine angepasste Schicht heißt so.</translation>
    </message>
    <message>
        <source>{key} says it.</source>
        <extracomment>engine/plan_import/trainer_arguments.py</extracomment>
        <translation>{key} sagt es.</translation>
    </message>
    <message>
        <source>{left} smaller groups are left out.</source>
        <extracomment>engine/evaluation/reward_report_words.py</extracomment>
        <translation>{left} kleinere Gruppen sind weggelassen.</translation>
    </message>
    <message>
        <source>{loss_type} learns from single replies with a thumb up or down, and the data holds {value}; data.thumbs_from_pairs does not say how to use them.</source>
        <extracomment>engine/training/thumbs.py</extracomment>
        <translation>{loss_type} lernt aus einzelnen Antworten mit Daumen nach oben oder unten, und die Daten enthalten {value}; data.thumbs_from_pairs sagt nicht, wie sie zu nutzen sind.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{low} to {value}{high}</source>
        <extracomment>engine/preference/losses/options.py</extracomment>
        <translation>{low} bis {value}{high}</translation>
    </message>
    <message>
        <source>{message} Everything up to the last whole update of the warm-up is saved in {place}.</source>
        <extracomment>engine/training/warm_up.py</extracomment>
        <translation>{message} Alles bis zur letzten ganzen Aktualisierung des Aufwärmens ist in {place} gespeichert.</translation>
    </message>
    <message>
        <source>{model_name} with the adapter of {run}</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>{model_name} mit dem Adapter von {run}</translation>
    </message>
    <message>
        <source>{model} (sha256 {weights_sha256})</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>{model} (sha256 {weights_sha256})</translation>
    </message>
    <message>
        <source>{model} as it is</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>{model}, wie es ist</translation>
    </message>
    <message>
        <source>{model} as the warm-up stage left it (sha256 {adapter_sha256})</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>{model}, wie das Aufwärmen es hinterließ (sha256 {adapter_sha256})</translation>
    </message>
    <message>
        <source>{model} with the adapter that training starts from (sha256 {adapter_sha256})</source>
        <extracomment>engine/training/reference_card.py</extracomment>
        <translation>{model} mit dem Adapter, von dem das Training beginnt (sha256 {adapter_sha256})</translation>
    </message>
    <message>
        <source>{name} cannot be read.</source>
        <extracomment>engine/data/containers/saved_dataset.py, engine/model/weight_files.py</extracomment>
        <translation>{name} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} kann nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <extracomment>engine/export/runs_csv.py</extracomment>
        <translation>{name} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{name} counts all of a reply&apos;s tokens.</source>
        <extracomment>engine/plan_import/llama_factory.py</extracomment>
        <translation>{name} zählt alle Token einer Antwort.</translation>
    </message>
    <message>
        <source>{name} does not fit into the memory of {device}.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>{name} passt nicht in den Speicher von {device}.</translation>
    </message>
    <message>
        <source>{name} does not hold the weights of its kind of model: {odd} are too many, missing or of another shape, such as {odd2}.</source>
        <extracomment>engine/model/gguf/weights.py</extracomment>
        <translation>{name} enthält nicht die Gewichte dieser Art von Modell: {odd} sind zu viel, fehlen oder haben eine andere Form, etwa {odd2}.</translation>
    </message>
    <message>
        <source>{name} does not rate its replies by several qualities.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} bewertet die Antworten nicht nach mehreren Qualitäten.</translation>
    </message>
    <message>
        <source>{name} does not rate its replies by {axis}.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} bewertet die Antworten nicht nach {axis}.</translation>
    </message>
    <message>
        <source>{name} has another {name2} in each layer, which is not known here.</source>
        <extracomment>engine/model/gguf/families.py</extracomment>
        <translation>{name} hat in jeder Schicht ein anderes {name2}, was hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>{name} has changed on the disk since it was opened, so its rows can no longer be told.</source>
        <extracomment>engine/data/pair_store.py</extracomment>
        <translation>{name} hat sich auf dem Datenträger geändert, seit die Datei geöffnet wurde, daher sind die Zeilen nicht mehr zu erkennen.</translation>
    </message>
    <message>
        <source>{name} has changed since the run began.</source>
        <extracomment>engine/storage/resumable.py</extracomment>
        <translation>{name} hat sich seit Beginn des Laufs geändert.</translation>
    </message>
    <message>
        <source>{name} has no chat template, and the plan names none in model.chat_template.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>{name} hat keine Chatvorlage, und der Plan nennt keine in model.chat_template.</translation>
    </message>
    <message>
        <source>{name} has no chat template, so it cannot tell a prompt from a reply.</source>
        <extracomment>engine/model/template.py</extracomment>
        <translation>{name} hat keine Chatvorlage, kann also einen Prompt nicht von einer Antwort unterscheiden.</translation>
    </message>
    <message>
        <source>{name} has no column {column}.</source>
        <extracomment>engine/data/column_values.py</extracomment>
        <translation>{name} hat keine Spalte {column}.</translation>
    </message>
    <message>
        <source>{name} has no column {missing}.</source>
        <extracomment>engine/data/column_map.py</extracomment>
        <translation>{name} hat keine Spalte {missing}.</translation>
    </message>
    <message>
        <source>{name} has no rows with named columns.</source>
        <extracomment>engine/data/file_shape.py</extracomment>
        <translation>{name} hat keine Zeilen mit benannten Spalten.</translation>
    </message>
    <message>
        <source>{name} has no {missing} replies. {needs}</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} hat keine Antworten {missing}. {needs}</translation>
    </message>
    <message>
        <source>{name} has two replies in each row but no prompt that is known; its fields are {listed}.</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} hat zwei Antworten in jeder Zeile, aber keinen bekannten Prompt; die Felder sind {listed}.</translation>
    </message>
    <message>
        <source>{name} holds a model of the kind {value}, which cannot be turned into a model folder here.</source>
        <extracomment>engine/model/gguf/families.py</extracomment>
        <translation>{name} enthält ein Modell der Art {value}, das hier nicht in einen Modellordner umgewandelt werden kann.</translation>
    </message>
    <message>
        <source>{name} holds no preferences. {broken}</source>
        <extracomment>engine/data/reading.py</extracomment>
        <translation>{name} enthält keine Präferenzen. {broken}</translation>
    </message>
    <message>
        <source>{name} holds no preferences: its fields are {listed}. {needs}</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} enthält keine Präferenzen: Die Felder sind {listed}. {needs}</translation>
    </message>
    <message>
        <source>{name} holds no preferences: its rows are empty. {needs}</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} enthält keine Präferenzen: Die Zeilen sind leer. {needs}</translation>
    </message>
    <message>
        <source>{name} holds no prompts.</source>
        <extracomment>engine/evaluation/prompts.py</extracomment>
        <translation>{name} enthält keine Prompts.</translation>
    </message>
    <message>
        <source>{name} holds no settings.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>{name} enthält keine Einstellungen.</translation>
    </message>
    <message>
        <source>{name} holds several data sets: {splits}.</source>
        <extracomment>engine/data/containers/saved_dataset.py</extracomment>
        <translation>{name} enthält mehrere Datensätze: {splits}.</translation>
    </message>
    <message>
        <source>{name} holds votes between two replies and does not say which one was chosen. {needs}</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} enthält Stimmen zwischen zwei Antworten und sagt nicht, welche gewählt wurde. {needs}</translation>
    </message>
    <message>
        <source>{name} holds {what}. {needs}</source>
        <extracomment>engine/data/formats/explain.py</extracomment>
        <translation>{name} enthält {what}. {needs}</translation>
    </message>
    <message>
        <source>{name} in {name2} is stored as {kind_name}, which cannot be read here, or the file is damaged.</source>
        <extracomment>engine/model/gguf/weights.py</extracomment>
        <translation>{name} in {name2} ist als {kind_name} gespeichert, was hier nicht gelesen werden kann, oder die Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>{name} is a GGUF: a model packed for running, which becomes an ordinary folder once before it is trained.</source>
        <extracomment>engine/model/inspect.py</extracomment>
        <translation>{name} ist eine GGUF-Datei: ein zum Ausführen gepacktes Modell, das einmal in einen gewöhnlichen Ordner umgewandelt wird, bevor es trainiert wird.</translation>
    </message>
    <message>
        <source>{name} is a Git LFS pointer: it stands for a file that was not downloaded.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist ein Zeiger von Git LFS: Er steht für eine Datei, die nicht geladen wurde.</translation>
    </message>
    <message>
        <source>{name} is a Git LFS pointer: the weights themselves were not fetched.</source>
        <extracomment>engine/model/weight_files.py</extracomment>
        <translation>{name} ist ein Zeiger von Git LFS: Die Gewichte selbst wurden nicht geholt.</translation>
    </message>
    <message>
        <source>{name} is a damaged archive: it cannot be unpacked to its end.</source>
        <extracomment>engine/data/compressed.py</extracomment>
        <translation>{name} ist ein beschädigtes Archiv: Es kann nicht bis zum Ende entpackt werden.</translation>
    </message>
    <message>
        <source>{name} is a database without a table.</source>
        <extracomment>engine/data/containers/sqlite.py</extracomment>
        <translation>{name} ist eine Datenbank ohne Tabelle.</translation>
    </message>
    <message>
        <source>{name} is a folder, not a file.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist ein Ordner, keine Datei.</translation>
    </message>
    <message>
        <source>{name} is a pipe or a device, not a file.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist eine Pipe oder ein Gerät, keine Datei.</translation>
    </message>
    <message>
        <source>{name} is a single value.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{name} ist ein einzelner Wert.</translation>
    </message>
    <message>
        <source>{name} is a web page, not preference data. A download that needs signing in often ends like this.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist eine Webseite, keine Präferenzdaten. So endet oft ein Download, der eine Anmeldung braucht.</translation>
    </message>
    <message>
        <source>{name} is cut short, so the model cannot be used.</source>
        <extracomment>engine/model/gguf/header.py</extracomment>
        <translation>{name} ist abgeschnitten, also kann das Modell nicht verwendet werden.</translation>
    </message>
    <message>
        <source>{name} is cut short: {size} of {expected} bytes are there, so the model cannot be used.</source>
        <extracomment>engine/model/weight_files.py</extracomment>
        <translation>{name} ist abgeschnitten: {size} von {expected} Bytes sind da, also kann das Modell nicht verwendet werden.</translation>
    </message>
    <message>
        <source>{name} is damaged: it begins as a SQLite database but cannot be read as one.</source>
        <extracomment>engine/data/containers/sqlite.py</extracomment>
        <translation>{name} ist beschädigt: Die Datei beginnt als SQLite-Datenbank, kann aber nicht als solche gelesen werden.</translation>
    </message>
    <message>
        <source>{name} is damaged: it begins as a table of Arrow or Parquet but cannot be read as one.</source>
        <extracomment>engine/data/containers/arrow.py</extracomment>
        <translation>{name} ist beschädigt: Die Datei beginnt als Tabelle von Arrow oder Parquet, kann aber nicht als solche gelesen werden.</translation>
    </message>
    <message>
        <source>{name} is damaged: it begins as {upper} text but does not go on as such.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist beschädigt: Die Datei beginnt als Text in {upper}, geht aber nicht so weiter.</translation>
    </message>
    <message>
        <source>{name} is empty, and a pair needs all three texts.</source>
        <extracomment>engine/data/edits/wording.py</extracomment>
        <translation>{name} ist leer, und ein Paar braucht alle drei Texte.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist leer.</translation>
    </message>
    <message>
        <source>{name} is incomplete: {missing} is not there.</source>
        <extracomment>engine/data/containers/saved_dataset.py</extracomment>
        <translation>{name} ist unvollständig: {missing} ist nicht da.</translation>
    </message>
    <message>
        <source>{name} is nested too deeply to be preference data.</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>{name} ist zu tief verschachtelt, um Präferenzdaten zu sein.</translation>
    </message>
    <message>
        <source>{name} is no GGUF file that can be read, or it is cut short.</source>
        <extracomment>engine/model/gguf/header.py</extracomment>
        <translation>{name} ist keine lesbare GGUF-Datei, oder sie ist abgeschnitten.</translation>
    </message>
    <message>
        <source>{name} is no language model: it holds {get}.</source>
        <extracomment>engine/model/gguf/facts.py</extracomment>
        <translation>{name} ist kein Sprachmodell: Die Datei enthält {get}.</translation>
    </message>
    <message>
        <source>{name} is no number</source>
        <extracomment>engine/data/json_text.py</extracomment>
        <translation>{name} ist keine Zahl</translation>
    </message>
    <message>
        <source>{name} is no readable safetensors file.</source>
        <extracomment>engine/model/weight_files.py</extracomment>
        <translation>{name} ist keine lesbare safetensors-Datei.</translation>
    </message>
    <message>
        <source>{name} is not there.</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist nicht da.</translation>
    </message>
    <message>
        <source>{name} is not valid TOML: {error}.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{name} ist kein gültiges TOML: {error}.</translation>
    </message>
    <message>
        <source>{name} is not valid YAML.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>{name} ist kein gültiges YAML.</translation>
    </message>
    <message>
        <source>{name} is one of {parts} parts of a model.</source>
        <extracomment>engine/model/gguf/header.py</extracomment>
        <translation>{name} ist einer von {parts} Teilen eines Modells.</translation>
    </message>
    <message>
        <source>{name} is open in another window of DPO Studio.</source>
        <extracomment>engine/storage/project.py</extracomment>
        <translation>{name} ist in einem anderen Fenster von DPO Studio geöffnet.</translation>
    </message>
    <message>
        <source>{name} is the open file itself, which is never written to.</source>
        <extracomment>engine/data/writers/save_copy.py</extracomment>
        <translation>{name} ist die offene Datei selbst, die nie beschrieben wird.</translation>
    </message>
    <message>
        <source>{name} is the project&apos;s own file, and is kept as it is.</source>
        <extracomment>engine/evaluation/keep.py</extracomment>
        <translation>{name} ist die eigene Datei des Projekts und bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{name} is {content} bytes long, more than a file of settings.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>{name} ist {content} Bytes lang, mehr als eine Einstellungsdatei.</translation>
    </message>
    <message>
        <source>{name} is {kind}. {kinds}</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist {kind}. {kinds}</translation>
    </message>
    <message>
        <source>{name} is {what}. {kinds}</source>
        <extracomment>engine/data/text_file.py</extracomment>
        <translation>{name} ist {what}. {kinds}</translation>
    </message>
    <message>
        <source>{name} lacks a part of its tokenizer.</source>
        <extracomment>engine/model/gguf/convert.py</extracomment>
        <translation>{name} fehlt ein Teil seines Tokenizers.</translation>
    </message>
    <message>
        <source>{name} lacks a setting that its kind of model needs.</source>
        <extracomment>engine/model/gguf/families.py</extracomment>
        <translation>{name} fehlt eine Einstellung, die diese Art von Modell braucht.</translation>
    </message>
    <message>
        <source>{name} lacks {report} of its weights.</source>
        <extracomment>engine/model/load.py</extracomment>
        <translation>{name} fehlen {report} der Gewichte.</translation>
    </message>
    <message>
        <source>{name} refers to parts of itself {aliases} times, which no file of settings needs.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>{name} verweist {aliases} Mal auf Teile von sich selbst, was keine Einstellungsdatei braucht.</translation>
    </message>
    <message>
        <source>{name} stretches its positions by factors that are not those of Llama 3.</source>
        <extracomment>engine/model/gguf/rope.py</extracomment>
        <translation>{name} streckt seine Positionen mit Faktoren, die nicht die von Llama 3 sind.</translation>
    </message>
    <message>
        <source>{name} stretches its positions in the way {kind}, which is not known here.</source>
        <extracomment>engine/model/gguf/rope.py</extracomment>
        <translation>{name} streckt seine Positionen auf die Art {kind}, die hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>{name} turns only {turned} of {head_size} dimensions of a head, which is not known here.</source>
        <extracomment>engine/model/gguf/families.py</extracomment>
        <translation>{name} dreht nur {turned} von {head_size} Dimensionen eines Kopfs, was hier nicht bekannt ist.</translation>
    </message>
    <message>
        <source>{name} unpacks to far more than its size allows for, so reading it was stopped.</source>
        <extracomment>engine/data/compressed.py</extracomment>
        <translation>{name} ist entpackt viel größer, als die Datei vermuten lässt, daher wurde das Lesen beendet.</translation>
    </message>
    <message>
        <source>{name} would tell where folders lie on this computer, so the export was taken back.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>{name} würde verraten, wo auf diesem Computer Ordner liegen, also wurde der Export zurückgenommen.</translation>
    </message>
    <message>
        <source>{name} {what} line {line}, so none of its rows can be told apart.</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>{name} {what} Zeile {line}, daher ist keine ihrer Zeilen zu erkennen.</translation>
    </message>
    <message>
        <source>{name}, trained head</source>
        <extracomment>engine/preference/logprobs.py</extracomment>
        <translation>{name}, trainierter Kopf</translation>
    </message>
    <message>
        <source>{output} is a file, but {with_article} is a folder.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>{output} ist eine Datei, aber {with_article} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{parent} is no run that can be read: its manifest.json is missing or damaged.</source>
        <extracomment>engine/storage/manifest.py</extracomment>
        <translation>{parent} ist kein lesbarer Lauf: manifest.json fehlt oder ist beschädigt.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <extracomment>engine/sweep/begun.py</extracomment>
        <translation>{path} kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>{path} could not be read.</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>{path} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{path} holds no adapter to start from.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>{path} enthält keinen Adapter zum Beginnen.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <extracomment>engine/storage/manifest.py</extracomment>
        <translation>{path} ist beschädigt.</translation>
    </message>
    <message>
        <source>{path} is no run: there is no plan.toml in it.</source>
        <extracomment>engine/export/destination.py</extracomment>
        <translation>{path} ist kein Lauf: Es ist keine plan.toml darin.</translation>
    </message>
    <message>
        <source>{place} is not an object with named fields.</source>
        <extracomment>engine/data/containers/json_rows.py</extracomment>
        <translation>{place} ist kein Objekt mit benannten Feldern.</translation>
    </message>
    <message>
        <source>{problem}, line {line}</source>
        <extracomment>engine/plan_import/yaml_file.py</extracomment>
        <translation>{problem}, Zeile {line}</translation>
    </message>
    <message>
        <source>{program} is not known to have such a setting. {hint}</source>
        <extracomment>engine/plan_import/from_file.py</extracomment>
        <translation>{program} hat keine bekannte Einstellung dieses Namens. {hint}</translation>
    </message>
    <message>
        <source>{reason} (trained {after}, original {before})</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>{reason} (trainiert {after}, Original {before})</translation>
    </message>
    <message>
        <source>{sampling_in_words}, seed {seed}</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>{sampling_in_words}, Seed {seed}</translation>
    </message>
    <message>
        <source>{side} reply</source>
        <extracomment>engine/data/formats/cloud.py, engine/data/formats/messages.py, engine/data/formats/transcript.py</extracomment>
        <translation>Antwort {side}</translation>
    </message>
    <message>
        <source>{sign} in {count}</source>
        <extracomment>engine/data/checks/model/special_tokens.py</extracomment>
        <translation>{sign} in {count}</translation>
    </message>
    <message>
        <source>{strangers} weights do not fit, the first is {strangers2}</source>
        <extracomment>engine/training/optimizer.py</extracomment>
        <translation>{strangers} Gewichte passen nicht, das erste ist {strangers2}</translation>
    </message>
    <message>
        <source>{text} The longer reply was preferred {longer_won} of {decided} times.</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>{text} Die längere Antwort wurde {longer_won} von {decided} Mal bevorzugt.</translation>
    </message>
    <message>
        <source>{trials} prompts, {source}</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>{trials} Prompts, {source}</translation>
    </message>
    <message>
        <source>{up} thumbs up weigh {share} times as much as {down} down; the authors of KTO advise 1 to 1.33 times: {name} from {low} to {high}.</source>
        <extracomment>engine/preference/losses/thumb_balance.py</extracomment>
        <translation>{up} Daumen nach oben wiegen {share}-mal so viel wie {down} nach unten; die Autoren von KTO empfehlen das 1- bis 1,33-Fache: {name} von {low} bis {high}.</translation>
    </message>
    <message>
        <source>{value} {named}{more} of {path} {value2} damaged, so nobody can tell which edits are meant.</source>
        <extracomment>engine/storage/edit_log.py</extracomment>
        <translation>{value} {named}{more} von {path} beschädigt ({value2}), also weiß niemand, welche Änderungen gemeint sind.</translation>
    </message>
    <message>
        <source>{votes} of {trials}</source>
        <extracomment>engine/evaluation/report.py</extracomment>
        <translation>{votes} von {trials}</translation>
    </message>
    <message>
        <source>{what} became infinite or no number at step {step}, so training stopped before it could do damage.</source>
        <extracomment>engine/training/loop.py</extracomment>
        <translation>{what} wurde bei Schritt {step} unendlich oder keine Zahl, also endete das Training, bevor es Schaden anrichten konnte.</translation>
    </message>
    <message>
        <source>{what} became infinite or no number. That update was not made.{where}</source>
        <extracomment>engine/training/watch/divergence.py</extracomment>
        <translation>{what} wurde unendlich oder keine Zahl. Diese Aktualisierung wurde nicht gemacht.{where}</translation>
    </message>
    <message>
        <source>{what} has changed since the run started.</source>
        <extracomment>engine/training/admission.py</extracomment>
        <translation>{what} hat sich seit Beginn des Laufs geändert.</translation>
    </message>
    <message>
        <source>{why} {capitalize} at step {step} of {total_steps}.{kept}</source>
        <extracomment>engine/training/run.py</extracomment>
        <translation>{why} {capitalize} bei Schritt {step} von {total_steps}.{kept}</translation>
    </message>
    <message>
        <source>{words}, at most {max_new_tokens} tokens</source>
        <extracomment>engine/chat/transcript.py</extracomment>
        <translation>{words}, höchstens {max_new_tokens} Token</translation>
    </message>
    <message>
        <source>{wrong} must be the name of a column, in quotes.</source>
        <extracomment>engine/plan_file.py</extracomment>
        <translation>{wrong} muss der Name einer Spalte sein, in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>numbers</name>
    <message>
        <source>.,%</source>
        <extracomment>app/language/numbers.py: decimal point, thousands separator, percent sign</extracomment>
        <translation>,. %</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>

— the same prompt, rejected reply —

</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>

— derselbe Prompt, abgelehnte Antwort —

</translation>
    </message>
    <message>
        <source>  (1 of {alarms})</source>
        <extracomment>app/pages/train/alarm_banner.py</extracomment>
        <translation>  (1 von {alarms})</translation>
    </message>
    <message>
        <source>  ·  1 waits</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>  ·  1 wartet</translation>
    </message>
    <message>
        <source>  ·  {waiting:,} wait</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>  ·  {waiting:,} warten</translation>
    </message>
    <message>
        <source> The copy of your pairs that is being saved is finished, too.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation> Die Kopie Ihrer Paare, die gerade gespeichert wird, wird ebenfalls fertiggestellt.</translation>
    </message>
    <message>
        <source> and </source>
        <extracomment>app/pages/data/pair_view.py, app/pages/train/setting_pictures.py</extracomment>
        <translation> und </translation>
    </message>
    <message>
        <source> characters</source>
        <extracomment>app/pages/data/length_card.py</extracomment>
        <translation> Zeichen</translation>
    </message>
    <message>
        <source> for {about}</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation> für {about}</translation>
    </message>
    <message>
        <source> so far, paused</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation> bisher, pausiert</translation>
    </message>
    <message numerus="yes">
        <source> {count:,} rows could not be used, most often: {reason}</source>
        <extracomment>app/pages/data/reading_preview.py</extracomment>
        <translation>
            <numerusform> {count:,} Zeile war unbrauchbar, meistens: {reason}</numerusform>
            <numerusform> {count:,} Zeilen waren unbrauchbar, meistens: {reason}</numerusform>
        </translation>
    </message>
    <message>
        <source>(an empty reply)</source>
        <extracomment>app/pages/blind/reply_pane.py</extracomment>
        <translation>(eine leere Antwort)</translation>
    </message>
    <message>
        <source>, as far as the model&apos;s context reaches</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>, so weit der Kontext des Modells reicht</translation>
    </message>
    <message>
        <source>, by the training of {judge}</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>, nach dem Training von {judge}</translation>
    </message>
    <message numerus="yes">
        <source>, each of {count:,} steps</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>
            <numerusform>, mit je {count:,} Schritt</numerusform>
            <numerusform>, mit je {count:,} Schritten</numerusform>
        </translation>
    </message>
    <message>
        <source>, read as you chose</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>, gelesen wie von Ihnen gewählt</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>0 nimmt immer das wahrscheinlichste Wort.</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word; the higher, the more the replies differ</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>0 nimmt immer das wahrscheinlichste Wort; je höher, desto mehr unterscheiden sich die Antworten</translation>
    </message>
    <message>
        <source>50% no difference</source>
        <extracomment>app/widgets/range_bar.py</extracomment>
        <translation>50 % kein Unterschied</translation>
    </message>
    <message>
        <source>8 times</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>8-mal</translation>
    </message>
    <message>
        <source>95% range</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>95-%-Bereich</translation>
    </message>
    <message>
        <source>; cut where the model&apos;s context ends</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>; abgeschnitten, wo der Kontext des Modells endet</translation>
    </message>
    <message>
        <source>A GGUF is packed for running. It is converted once into a folder that can be trained: {home_relative}, {size_words}. The file itself stays as it is. The weights keep the values that packing left, so a model whose original files you have learns better from those.</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Eine GGUF-Datei ist zum Ausführen gepackt. Sie wird einmal in einen Ordner umgewandelt, der trainiert werden kann: {home_relative}, {size_words}. Die Datei selbst bleibt, wie sie ist. Die Gewichte behalten die Werte, die das Packen übrig ließ, daher lernt ein Modell, dessen Originaldateien Sie haben, aus diesen besser.</translation>
    </message>
    <message>
        <source>A bold change. Check other skills afterwards in Compare.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Eine kräftige Änderung. Prüfen Sie andere Fähigkeiten danach im Vergleich.</translation>
    </message>
    <message>
        <source>A clear shift toward the replies you prefer, with little side effect.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Ein klarer Schritt zu den Antworten, die Sie bevorzugen, mit wenig Nebenwirkung.</translation>
    </message>
    <message>
        <source>A copy is being saved.</source>
        <extracomment>app/pages/data/copy_work.py</extracomment>
        <translation>Eine Kopie wird gespeichert.</translation>
    </message>
    <message>
        <source>A folder that does not exist yet, or is empty</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Ein Ordner, den es noch nicht gibt oder der leer ist</translation>
    </message>
    <message>
        <source>A folder with a project.toml</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Ein Ordner mit einer project.toml</translation>
    </message>
    <message>
        <source>A good refusal is far from what the model says; imitating it too keeps it from becoming less likely.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Eine gute Ablehnung liegt dem Modell fern; sie auch nachzuahmen bewahrt sie davor, unwahrscheinlicher zu werden.</translation>
    </message>
    <message>
        <source>A is better</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>A ist besser</translation>
    </message>
    <message>
        <source>A long reply that is cut looks shorter than it is, and short is the lesson.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Eine lange Antwort, die abgeschnitten wird, sieht kürzer aus, als sie ist, und Kürze ist hier die Lektion.</translation>
    </message>
    <message>
        <source>A manner of speaking needs little room, and a small adapter leaves knowledge alone.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Eine Sprechweise braucht wenig Raum, und ein kleiner Adapter lässt das Wissen in Ruhe.</translation>
    </message>
    <message>
        <source>A mix of the plan&apos;s own.</source>
        <extracomment>app/pages/train/knob_editor.py</extracomment>
        <translation>Eine eigene Mischung des Plans.</translation>
    </message>
    <message>
        <source>A model of your own</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Ein eigenes Modell</translation>
    </message>
    <message>
        <source>A model&apos;s own folder</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Der eigene Ordner eines Modells</translation>
    </message>
    <message>
        <source>A moment.</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Einen Moment.</translation>
    </message>
    <message>
        <source>A moment: its files are being looked at.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>Einen Moment: Seine Dateien werden angesehen.</translation>
    </message>
    <message>
        <source>A note</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Eine Notiz</translation>
    </message>
    <message>
        <source>A notice of the system, shown while another window is in front.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Eine Nachricht des Systems, wenn ein anderes Fenster vorne ist.</translation>
    </message>
    <message>
        <source>A packed model</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Ein gepacktes Modell</translation>
    </message>
    <message>
        <source>A part of the window may not answer now. Your files and finished steps are on disk. If it stays odd, close DPO Studio and open it again.</source>
        <extracomment>app/error_report.py</extracomment>
        <translation>Ein Teil des Fensters reagiert jetzt vielleicht nicht. Ihre Dateien und die fertigen Schritte sind gespeichert. Wenn es so bleibt, schließen Sie DPO Studio und öffnen Sie es neu.</translation>
    </message>
    <message>
        <source>A paused run lends its own model only. Choose another when it has ended.</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Ein pausierter Lauf leiht nur sein eigenes Modell. Wählen Sie ein anderes, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>A plan names its data and its model: choose both first.</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Ein Plan nennt seine Daten und sein Modell: Wählen Sie zuerst beide.</translation>
    </message>
    <message>
        <source>A preferred reply stays as it is. Take the preference back first.</source>
        <extracomment>app/models/chat.py</extracomment>
        <translation>Eine bevorzugte Antwort bleibt, wie sie ist. Nehmen Sie zuerst die Bevorzugung zurück.</translation>
    </message>
    <message>
        <source>A prompt of yours</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Ein Prompt von Ihnen</translation>
    </message>
    <message>
        <source>A run has begun, so the report was given up. Ask again when it has ended.</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>Ein Lauf hat begonnen, darum wurde der Bericht aufgegeben. Fragen Sie noch einmal, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>A run is under way and needs the model. More replies are prepared when it has ended.</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>Ein Lauf ist im Gange und braucht das Modell. Weitere Antworten werden vorbereitet, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>A run is under way and needs the model. More replies are prepared when it is paused, or has ended.</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>Ein Lauf ist im Gange und braucht das Modell. Weitere Antworten werden vorbereitet, wenn er pausiert oder zu Ende ist.</translation>
    </message>
    <message>
        <source>A run is under way, and a report needs its model. Ask again when it has ended.</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>Ein Lauf ist im Gang, und ein Bericht braucht sein Modell. Fragen Sie noch einmal, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <extracomment>app/models/session.py, app/pages/pairs/page.py, app/pages/train/page.py</extracomment>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>A run is under way. Begin when it has ended.</source>
        <extracomment>app/models/blind_setup.py</extracomment>
        <translation>Ein Lauf ist im Gange. Beginnen Sie, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>A run is under way. Drop the plan again when it has ended.</source>
        <extracomment>app/dropped.py</extracomment>
        <translation>Ein Lauf ist im Gange. Legen Sie den Plan noch einmal ab, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>A second look settles what the first began.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Ein zweiter Durchgang festigt, was der erste begonnen hat.</translation>
    </message>
    <message>
        <source>A small add-on that PEFT puts on top of the original model, whose files stay as they are.</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Ein kleiner Zusatz, den PEFT auf das Originalmodell setzt, dessen Dateien bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>A strong pull back to the original, so little else changes.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Ein starker Zug zurück zum Original, daher ändert sich sonst wenig.</translation>
    </message>
    <message>
        <source>A sweep over beta and learning rate: runs that follow each other</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Eine Reihe über beta und Lernrate: Läufe, die aufeinander folgen</translation>
    </message>
    <message>
        <source>A topic is what the file, the suite or you call it. The length is that of all turns of a prompt. Prompts that wait stand behind the pairs.</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>Ein Thema ist, was die Datei, die Sammlung oder Sie so nennen. Die Länge ist die aller Beiträge eines Prompts. Wartende Prompts stehen hinter den Paaren.</translation>
    </message>
    <message>
        <source>A usual rate for adapters of this size.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Eine übliche Rate für Adapter dieser Größe.</translation>
    </message>
    <message>
        <source>A weak hold, so replies may move far.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Ein lockerer Halt, daher dürfen sich Antworten weit bewegen.</translation>
    </message>
    <message>
        <source>About 200 are a good start for tone or style. Stop, train and go on whenever you like.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Etwa 200 sind ein guter Anfang für Ton oder Stil. Hören Sie auf, trainieren Sie und machen Sie weiter, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>About and licences</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Über das Programm und Lizenzen</translation>
    </message>
    <message>
        <source>About the same</source>
        <extracomment>app/pages/arena/pick_controls.py, app/pages/blind/voting_view.py</extracomment>
        <translation>Etwa gleich</translation>
    </message>
    <message>
        <source>About {more} more votes like these would settle it.</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>Etwa {more} weitere Stimmen wie diese würden es entscheiden.</translation>
    </message>
    <message>
        <source>Above 0: the chosen one</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Über 0: die bevorzugte</translation>
    </message>
    <message>
        <source>Above 1, words that were said come up less.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Über 1 kommen schon gesagte Wörter seltener.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <extracomment>app/models/knobs.py, app/models/run_columns.py, app/pages/runs/overlay_kinds.py, app/pages/train/chart_kinds.py, app/pages/train/sweep_table.py</extracomment>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Activations</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Adapter</source>
        <extracomment>app/models/knobs.py, app/models/reference_words.py</extracomment>
        <translation>Adapter</translation>
    </message>
    <message>
        <source>Adapter and optimizer</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Adapter und Optimierer</translation>
    </message>
    <message>
        <source>Adapter exported</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>Adapter exportiert</translation>
    </message>
    <message>
        <source>Adapter size {value}: {saves}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Adaptergröße {value}: {saves}</translation>
    </message>
    <message>
        <source>Add folder</source>
        <extracomment>app/widgets/folder_list.py</extracomment>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Advanced</source>
        <extracomment>app/pages/train/advanced_card.py</extracomment>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>After</source>
        <extracomment>app/pages/compare/pane_head.py, app/pages/compare/reply_view.py</extracomment>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>After each vote</source>
        <extracomment>app/pages/blind/result_view.py, app/pages/blind/running_result.py</extracomment>
        <translation>Nach jeder Stimme</translation>
    </message>
    <message>
        <source>After step {step:,}</source>
        <extracomment>app/widgets/step_dots.py</extracomment>
        <translation>Nach Schritt {step:,}</translation>
    </message>
    <message>
        <source>After {fewest_votes} votes with a preference there is a number here; so far there are {decided}.</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>Nach {fewest_votes} Stimmen mit Vorzug steht hier eine Zahl; bisher sind es {decided}.</translation>
    </message>
    <message>
        <source>After, {right}</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>Nachher, {right}</translation>
    </message>
    <message>
        <source>All</source>
        <extracomment>app/pages/data/filter_bar.py, app/pages/runs/action_bar.py, app/settings.py</extracomment>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All pairs of the open file</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Alle Paare der offenen Datei</translation>
    </message>
    <message>
        <source>All weights as training left them, with configuration and tokenizer. It needs no other model.</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Alle Gewichte, wie das Training sie hinterließ, mit Konfiguration und Tokenizer. Es braucht kein anderes Modell.</translation>
    </message>
    <message>
        <source>All with each other</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Alle miteinander</translation>
    </message>
    <message>
        <source>Already on this disk</source>
        <extracomment>app/pages/data/welcome_card.py</extracomment>
        <translation>Schon vorhanden</translation>
    </message>
    <message>
        <source>Alt</source>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>An empty reply cannot be compared.</source>
        <extracomment>app/models/chat_turn.py</extracomment>
        <translation>Eine leere Antwort kann nicht verglichen werden.</translation>
    </message>
    <message>
        <source>An error ended it</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Ein Fehler hat ihn beendet</translation>
    </message>
    <message>
        <source>And beside it</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Und daneben</translation>
    </message>
    <message>
        <source>Another choice takes the place of that one.</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Eine andere Wahl ersetzt diese.</translation>
    </message>
    <message>
        <source>Another file is being converted.</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Eine andere Datei wird gerade umgewandelt.</translation>
    </message>
    <message>
        <source>Another folder took the place of {name}.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>Ein anderer Ordner hat den Platz von {name} eingenommen.</translation>
    </message>
    <message>
        <source>Another prompt</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Ein anderer Prompt</translation>
    </message>
    <message>
        <source>Another reason</source>
        <extracomment>app/pages/blind/reason_chips.py</extracomment>
        <translation>Ein anderer Grund</translation>
    </message>
    <message>
        <source>Another run is under way.</source>
        <extracomment>app/models/run_opening.py, app/pages/runs/run_work.py</extracomment>
        <translation>Ein anderer Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>Any local chat model that is on this computer.</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Ein beliebiges lokales Chatmodell auf diesem Computer.</translation>
    </message>
    <message>
        <source>Any preference file, JSON lines with a prompt in each, or plain text with a prompt on each line.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Eine beliebige Präferenzdatei, JSON-Zeilen mit je einem Prompt oder reiner Text mit einem Prompt in jeder Zeile.</translation>
    </message>
    <message>
        <source>Anything</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Appearance</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <extracomment>app/pages/model/page.py, app/settings.py</extracomment>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>Apr</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>Architecture</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Arena</source>
        <extracomment>app/main_window.py, app/pages/arena/page.py</extracomment>
        <translation>Arena</translation>
    </message>
    <message>
        <source>As Markdown</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Als Markdown</translation>
    </message>
    <message>
        <source>As recognised</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Wie erkannt</translation>
    </message>
    <message>
        <source>As sure as right</source>
        <extracomment>app/pages/reward_report/reliability_chart.py</extracomment>
        <translation>So sicher wie richtig</translation>
    </message>
    <message>
        <source>As the system</source>
        <extracomment>app/widgets/theme_button.py</extracomment>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Ask again</source>
        <extracomment>app/pages/compare/prompt_editor.py</extracomment>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Ask again with other random numbers (R)</source>
        <extracomment>app/pages/compare/turn_view.py</extracomment>
        <translation>Noch einmal mit anderen Zufallszahlen fragen (R)</translation>
    </message>
    <message>
        <source>Ask both models something, or press ↑ for the last prompt</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Fragen Sie beide Modelle etwas, oder drücken Sie ↑ für den letzten Prompt</translation>
    </message>
    <message>
        <source>Ask it</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Ask the built-in prompts about {title}</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>Die eingebauten Prompts fragen: {title}</translation>
    </message>
    <message>
        <source>Ask the last prompt again</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Den letzten Prompt noch einmal fragen</translation>
    </message>
    <message>
        <source>Assistant</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>At even distances</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>In gleichen Abständen</translation>
    </message>
    <message>
        <source>At this rate very many votes would be needed to tell them apart.</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>Bei dieser Quote wären sehr viele Stimmen nötig, um sie zu unterscheiden.</translation>
    </message>
    <message>
        <source>Aug</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Auto</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Automatic</source>
        <extracomment>app/pages/model/page.py, app/settings.py</extracomment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Axis</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Achse</translation>
    </message>
    <message>
        <source>B is better</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>B ist besser</translation>
    </message>
    <message>
        <source>Back to Compare (Esc)</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Zurück zum Vergleich (Esc)</translation>
    </message>
    <message>
        <source>Back to Compare; every vote is kept</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Zurück zum Vergleich; jede Stimme bleibt erhalten</translation>
    </message>
    <message>
        <source>Back to Train</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Zurück zum Training</translation>
    </message>
    <message>
        <source>Balanced</source>
        <extracomment>app/models/recipes.py, app/settings.py</extracomment>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>app/pages/compare/pane_head.py, app/pages/compare/reply_view.py</extracomment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Before training</source>
        <extracomment>app/pages/train/sample_card.py, app/widgets/step_dots.py</extracomment>
        <translation>Vor dem Training</translation>
    </message>
    <message>
        <source>Before, {left}</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>Vorher, {left}</translation>
    </message>
    <message>
        <source>Began</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Begin</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py</extracomment>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Begin a new run with its settings, its data and its model</source>
        <extracomment>app/pages/runs/action_bar.py</extracomment>
        <translation>Einen neuen Lauf mit seinen Einstellungen, Daten und seinem Modell beginnen</translation>
    </message>
    <message>
        <source>Below 0: prefers the rejected reply</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Unter 0: zieht die abgelehnte vor</translation>
    </message>
    <message>
        <source>Beside the curves</source>
        <extracomment>app/pages/runs/side_view.py</extracomment>
        <translation>Neben den Kurven</translation>
    </message>
    <message>
        <source>Best against worst</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Beste gegen schlechteste</translation>
    </message>
    <message>
        <source>Best of</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Beste von</translation>
    </message>
    <message>
        <source>Best of {candidates} by reward</source>
        <extracomment>app/pages/compare/candidate_row.py</extracomment>
        <translation>Beste von {candidates} nach Reward</translation>
    </message>
    <message>
        <source>Beta</source>
        <extracomment>app/pages/train/sweep_table.py</extracomment>
        <translation>Beta</translation>
    </message>
    <message>
        <source>Beta {beta:g} times {signed_number} nats{cut}</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>Beta {beta:g} mal {signed_number} nats{cut}</translation>
    </message>
    <message>
        <source>Better answers, not only longer ones.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Bessere Antworten, nicht nur längere.</translation>
    </message>
    <message>
        <source>Blind test</source>
        <extracomment>app/main_window.py, app/pages/blind/page.py, app/pages/compare/page.py</extracomment>
        <translation>Blindtest</translation>
    </message>
    <message>
        <source>Blind win</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Blindtest</translation>
    </message>
    <message>
        <source>Both alike: Markdown with its marks, to the letter</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py</extracomment>
        <translation>Beide gleich: Markdown mit seinen Zeichen, buchstabengetreu</translation>
    </message>
    <message>
        <source>Both are bad</source>
        <extracomment>app/pages/arena/pick_controls.py, app/pages/blind/voting_view.py</extracomment>
        <translation>Beide schlecht</translation>
    </message>
    <message>
        <source>Both count alike, as in RPO.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Beide zählen gleich, wie in RPO.</translation>
    </message>
    <message>
        <source>Both replies are the same.</source>
        <extracomment>app/models/word_diff.py</extracomment>
        <translation>Beide Antworten sind gleich.</translation>
    </message>
    <message>
        <source>Both replies have to be there first.</source>
        <extracomment>app/models/chat.py, app/models/chat_turn.py, app/pages/compare/page.py</extracomment>
        <translation>Zuerst müssen beide Antworten da sein.</translation>
    </message>
    <message>
        <source>Both replies say the same.</source>
        <extracomment>app/models/chat_turn.py, app/pages/blind/voting_view.py</extracomment>
        <translation>Beide Antworten sagen dasselbe.</translation>
    </message>
    <message>
        <source>Both replies were</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Beide Antworten wurden</translation>
    </message>
    <message>
        <source>Bring back</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring deleted runs back</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Gelöschte Läufe zurückholen</translation>
    </message>
    <message>
        <source>Bring the former chat back</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Den früheren Chat zurückholen</translation>
    </message>
    <message>
        <source>Built-in demo</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Built-in suites</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/blind/setup_view.py</extracomment>
        <translation>Eingebaute Sammlungen</translation>
    </message>
    <message>
        <source>By group</source>
        <extracomment>app/pages/blind/result_view.py, app/pages/reward_report/result_view.py</extracomment>
        <translation>Nach Gruppe</translation>
    </message>
    <message>
        <source>By length</source>
        <extracomment>app/pages/reward_report/result_view.py</extracomment>
        <translation>Nach Länge</translation>
    </message>
    <message>
        <source>By margin</source>
        <extracomment>app/pages/reward_report/result_view.py</extracomment>
        <translation>Nach Abstand</translation>
    </message>
    <message>
        <source>By progress</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Nach Fortschritt</translation>
    </message>
    <message>
        <source>By step</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Nach Schritt</translation>
    </message>
    <message>
        <source>CPU</source>
        <extracomment>app/pages/model/page.py, app/settings.py</extracomment>
        <translation>CPU</translation>
    </message>
    <message>
        <source>Can be resumed from its last checkpoint.</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Kann vom letzten Zwischenstand fortgesetzt werden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <extracomment>app/pages/arena/prompt_entry.py, app/pages/arena/reply_editor.py, app/pages/compare/prompt_editor.py, app/pages/data/copy_dialog.py, app/pages/data/page.py, app/pages/data/pair_actions.py, app/pages/data/reading_dialog.py, app/pages/train/sweep_dialog.py, app/widgets/name_dialog.py, app/widgets/work_line.py</extracomment>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel test</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Test abbrechen</translation>
    </message>
    <message>
        <source>Cannot be resumed. {text}</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Kann nicht fortgesetzt werden. {text}</translation>
    </message>
    <message>
        <source>Cannot be trained</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Nicht trainierbar</translation>
    </message>
    <message>
        <source>Change its words</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Den Wortlaut ändern</translation>
    </message>
    <message>
        <source>Change settings</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Change this setting for the next run</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Diese Einstellung für den nächsten Lauf ändern</translation>
    </message>
    <message>
        <source>Changed from {title}</source>
        <extracomment>app/pages/train/knobs_card.py</extracomment>
        <translation>Geändert gegenüber {title}</translation>
    </message>
    <message>
        <source>Changing the pairs</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Das Ändern der Paare</translation>
    </message>
    <message>
        <source>Chapter</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Chapters</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Charts</source>
        <extracomment>app/pages/train/chart_choice.py, app/pages/train/live_view.py</extracomment>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Chat model</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Chatmodell</translation>
    </message>
    <message>
        <source>Chat template</source>
        <extracomment>app/pages/model/facts_card.py, app/pages/model/template_picker.py</extracomment>
        <translation>Chatvorlage</translation>
    </message>
    <message>
        <source>Chat with {before}</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>Chat mit {before}</translation>
    </message>
    <message>
        <source>Chatting</source>
        <extracomment>app/background/jobs.py</extracomment>
        <translation>Der Chat</translation>
    </message>
    <message>
        <source>Check for new files</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Nach neuen Dateien sehen</translation>
    </message>
    <message>
        <source>Check for new models</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Nach neuen Modellen sehen</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Prüfen Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Check the data</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Daten prüfen</translation>
    </message>
    <message>
        <source>Check the pairs again</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Die Paare noch einmal prüfen</translation>
    </message>
    <message>
        <source>Checking</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Wird geprüft</translation>
    </message>
    <message>
        <source>Checking the data</source>
        <extracomment>app/models/data_work.py</extracomment>
        <translation>Das Prüfen der Daten</translation>
    </message>
    <message>
        <source>Checking the edited pairs</source>
        <extracomment>app/models/data_work.py</extracomment>
        <translation>Das Prüfen der bearbeiteten Paare</translation>
    </message>
    <message>
        <source>Checking with the model</source>
        <extracomment>app/models/data_work.py</extracomment>
        <translation>Das Prüfen mit dem Modell</translation>
    </message>
    <message>
        <source>Choose a GGUF file</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Eine GGUF-Datei wählen</translation>
    </message>
    <message>
        <source>Choose a chat template first.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Wählen Sie zuerst eine Chatvorlage.</translation>
    </message>
    <message>
        <source>Choose a chat template for it</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Wählen Sie eine Chatvorlage dafür</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Spalte wählen</translation>
    </message>
    <message>
        <source>Choose a file with prompts</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>Eine Datei mit Prompts wählen</translation>
    </message>
    <message>
        <source>Choose a file with prompts.</source>
        <extracomment>app/models/arena_setup.py, app/models/blind_setup.py</extracomment>
        <translation>Wählen Sie eine Datei mit Prompts.</translation>
    </message>
    <message>
        <source>Choose a folder for the {part}</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Einen Ordner wählen für: {part}</translation>
    </message>
    <message>
        <source>Choose a folder that holds models</source>
        <extracomment>app/widgets/folder_list.py</extracomment>
        <translation>Wählen Sie einen Ordner, der Modelle enthält</translation>
    </message>
    <message>
        <source>Choose a folder, or begin with the demo model.</source>
        <extracomment>app/pages/model/found_card.py</extracomment>
        <translation>Wählen Sie einen Ordner oder beginnen Sie mit dem Demomodell.</translation>
    </message>
    <message>
        <source>Choose a model first.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Wählen Sie zuerst ein Modell.</translation>
    </message>
    <message>
        <source>Choose a model first: it writes the replies.</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>Wählen Sie zuerst ein Modell: Es schreibt die Antworten.</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Einen Modellordner wählen</translation>
    </message>
    <message>
        <source>Choose a model on the Model page (Ctrl 2): it writes the replies.</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Wählen Sie ein Modell auf der Modellseite (Strg 2): Es schreibt die Antworten.</translation>
    </message>
    <message>
        <source>Choose a model that can be trained first.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Wählen Sie zuerst ein Modell, das trainiert werden kann.</translation>
    </message>
    <message>
        <source>Choose a place</source>
        <extracomment>app/pages/data/copy_dialog.py</extracomment>
        <translation>Ort wählen</translation>
    </message>
    <message>
        <source>Choose a template…</source>
        <extracomment>app/pages/model/template_picker.py</extracomment>
        <translation>Vorlage wählen …</translation>
    </message>
    <message>
        <source>Choose another folder to export it once more.</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Wählen Sie einen anderen Ordner, um noch einmal zu exportieren.</translation>
    </message>
    <message>
        <source>Choose another folder, or change its permissions.</source>
        <extracomment>app/models/plan_files.py</extracomment>
        <translation>Wählen Sie einen anderen Ordner oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>Choose at least one suite.</source>
        <extracomment>app/models/arena_setup.py, app/models/blind_setup.py</extracomment>
        <translation>Wählen Sie mindestens eine Sammlung.</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Spalten wählen</translation>
    </message>
    <message>
        <source>Choose file</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose folder</source>
        <extracomment>app/pages/export/adapter_card.py, app/pages/model/found_card.py</extracomment>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Choose how one is written. The text below is what it reads.</source>
        <extracomment>app/pages/model/template_picker.py</extracomment>
        <translation>Wählen Sie, wie eine geschrieben wird. Der Text darunter ist, was es liest.</translation>
    </message>
    <message>
        <source>Choose one from the list, or start with the built-in demo.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Wählen Sie eines aus der Liste oder beginnen Sie mit der eingebauten Demo.</translation>
    </message>
    <message>
        <source>Choose others.</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>Wählen Sie andere.</translation>
    </message>
    <message>
        <source>Choose the model to teach</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Wählen Sie das Modell, das lernen soll</translation>
    </message>
    <message>
        <source>Choose the model you want to teach</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Wählen Sie das Modell, das lernen soll</translation>
    </message>
    <message>
        <source>Choose the place…</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Ort wählen …</translation>
    </message>
    <message>
        <source>Choose two different models.</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>Wählen Sie zwei verschiedene Modelle.</translation>
    </message>
    <message>
        <source>Chosen</source>
        <extracomment>app/models/example_words.py, app/pages/data/reading_preview.py, app/pages/data/reply_card.py, app/pages/runs/overlay_kinds.py</extracomment>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Chosen and rejected</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Bevorzugt und abgelehnt</translation>
    </message>
    <message>
        <source>Chosen reply</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Bevorzugte Antwort</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <extracomment>app/pages/data/pair_list.py</extracomment>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <extracomment>app/error_report.py, app/pages/compare/prompt_text_dialog.py, app/pages/reward_report/dialog.py, app/pages/train/sweep_table.py, app/widgets/chart_table.py</extracomment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close programs that have its files open. Where its disk has no bin, delete the folder by hand.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>Schließen Sie Programme, die Dateien daraus geöffnet haben. Wo der Datenträger keinen Papierkorb hat, löschen Sie den Ordner von Hand.</translation>
    </message>
    <message>
        <source>Close the sweep</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>Die Reihe schließen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Das Fenster schließen</translation>
    </message>
    <message>
        <source>Close this message</source>
        <extracomment>app/widgets/banner.py</extracomment>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close this note</source>
        <extracomment>app/widgets/toast.py</extracomment>
        <translation>Diesen Hinweis schließen</translation>
    </message>
    <message>
        <source>Closeness to the original (beta)</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Nähe zum Original (beta)</translation>
    </message>
    <message>
        <source>Closeness to the original, beta</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Nähe zum Original, beta</translation>
    </message>
    <message>
        <source>Closing…</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Wird geschlossen …</translation>
    </message>
    <message>
        <source>Code</source>
        <extracomment>app/widgets/code_block.py</extracomment>
        <translation>Code</translation>
    </message>
    <message>
        <source>Code, {language}</source>
        <extracomment>app/widgets/code_block.py</extracomment>
        <translation>Code, {language}</translation>
    </message>
    <message>
        <source>Collect pairs of your own: a model answers twice, you pick.</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Eigene Paare sammeln: Ein Modell antwortet zweimal, Sie wählen.</translation>
    </message>
    <message>
        <source>Collect your own pairs</source>
        <extracomment>app/models/workflow.py, app/pages/data/welcome.py</extracomment>
        <translation>Eigene Paare sammeln</translation>
    </message>
    <message>
        <source>Columns</source>
        <extracomment>app/pages/runs/page.py, app/widgets/table_look.py</extracomment>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns for {name}</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Spalten für {name}</translation>
    </message>
    <message>
        <source>Commands</source>
        <extracomment>app/widgets/command_palette.py</extracomment>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Compare</source>
        <extracomment>app/main_window.py, app/pages/compare/page.py, app/pages/runs/action_bar.py</extracomment>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Compare its runs</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>Ihre Läufe vergleichen</translation>
    </message>
    <message>
        <source>Compare replies</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Antworten vergleichen</translation>
    </message>
    <message>
        <source>Compare the replies of runs</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Die Antworten von Läufen vergleichen</translation>
    </message>
    <message>
        <source>Compare the runs of the sweep</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Die Läufe der Reihe vergleichen</translation>
    </message>
    <message>
        <source>Compute layers twice: {saves}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Schichten zweimal berechnen: {saves}</translation>
    </message>
    <message>
        <source>Computing the reward</source>
        <extracomment>app/background/jobs.py</extracomment>
        <translation>Das Berechnen des Rewards</translation>
    </message>
    <message>
        <source>Computing the rewards</source>
        <extracomment>app/background/pair_reward_job.py</extracomment>
        <translation>Das Berechnen der Rewards</translation>
    </message>
    <message>
        <source>Computing the rewards…</source>
        <extracomment>app/pages/data/reward_line.py</extracomment>
        <translation>Die Rewards werden berechnet …</translation>
    </message>
    <message>
        <source>Conciseness</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Kürze</translation>
    </message>
    <message>
        <source>Constant</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Context</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Conversation</source>
        <extracomment>app/pages/compare/conversation.py</extracomment>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Conversations are written for it by the template that you chose.</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Unterhaltungen werden dafür mit der Vorlage geschrieben, die Sie gewählt haben.</translation>
    </message>
    <message>
        <source>Convert</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Convert the GGUF first.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Wandeln Sie zuerst die GGUF-Datei um.</translation>
    </message>
    <message>
        <source>Convert the GGUF into a folder first</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Wandeln Sie die GGUF-Datei zuerst in einen Ordner um</translation>
    </message>
    <message>
        <source>Converted once</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Einmal umgewandelt</translation>
    </message>
    <message>
        <source>Converting</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Wird umgewandelt</translation>
    </message>
    <message>
        <source>Converting {name}</source>
        <extracomment>app/models/conversion.py</extracomment>
        <translation>Das Umwandeln von {name}</translation>
    </message>
    <message>
        <source>Converting, {share:.0%}</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Wird umgewandelt, {share:.0%}</translation>
    </message>
    <message>
        <source>Copied the chart as a picture.</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>Das Diagramm ist als Bild kopiert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <extracomment>app/pages/compare/prompt_text_dialog.py, app/pages/export/usage_card.py, app/widgets/banner.py, app/widgets/code_block.py</extracomment>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <extracomment>app/pages/compare/kept_card.py</extracomment>
        <translation>Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy command</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy details</source>
        <extracomment>app/error_report.py</extracomment>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Copy image</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <extracomment>app/widgets/code_block.py</extracomment>
        <translation>Diesen Code kopieren</translation>
    </message>
    <message>
        <source>Copy this reply</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Diese Antwort kopieren</translation>
    </message>
    <message>
        <source>Correct the settings marked in red.</source>
        <extracomment>app/models/session.py, app/pages/train/setup_view.py</extracomment>
        <translation>Korrigieren Sie die rot markierten Einstellungen.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>Coverage</source>
        <extracomment>app/pages/arena/coverage_card.py, app/pages/arena/picking_view.py</extracomment>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Create</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Ctrl Enter keeps what is written, Esc does not.</source>
        <extracomment>app/widgets/text_editor.py</extracomment>
        <translation>Strg Eingabe behält das Geschriebene, Esc nicht.</translation>
    </message>
    <message>
        <source>Curve</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>DPO Studio is free software under the Apache License 2.0. The fonts Inter and JetBrains Mono are under the SIL Open Font License 1.1, the icons by Phosphor under the MIT licence, Qt under the LGPL 3.</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>DPO Studio ist freie Software unter der Apache License 2.0. Die Schriften Inter und JetBrains Mono stehen unter der SIL Open Font License 1.1, die Symbole von Phosphor unter der MIT-Lizenz, Qt unter der LGPL 3.</translation>
    </message>
    <message>
        <source>Damaged</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Dark</source>
        <extracomment>app/settings.py, app/widgets/theme_button.py</extracomment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Dunkles Farbschema</translation>
    </message>
    <message>
        <source>Data</source>
        <extracomment>app/main_window.py, app/models/run_columns.py, app/pages/runs/details_card.py</extracomment>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Data check</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Datenprüfung</translation>
    </message>
    <message>
        <source>Dec</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Dez.</translation>
    </message>
    <message>
        <source>Decided</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Deciding quality</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Entscheidende Qualität</translation>
    </message>
    <message>
        <source>Declines what it should, and says so well.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Lehnt ab, was es soll, und sagt es gut.</translation>
    </message>
    <message>
        <source>Del</source>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delete</source>
        <extracomment>app/pages/runs/action_bar.py</extracomment>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Läufe löschen</translation>
    </message>
    <message>
        <source>Delete takes the selected folder out of the list.</source>
        <extracomment>app/widgets/folder_list.py</extracomment>
        <translation>Entf nimmt den ausgewählten Ordner aus der Liste.</translation>
    </message>
    <message>
        <source>Delete {marked:,}</source>
        <extracomment>app/pages/runs/action_bar.py</extracomment>
        <translation>{marked:,} löschen</translation>
    </message>
    <message>
        <source>Deleting runs</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>Das Löschen von Läufen</translation>
    </message>
    <message>
        <source>Destination</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Destination folder</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Zielordner</translation>
    </message>
    <message>
        <source>Details of the error</source>
        <extracomment>app/error_report.py, app/widgets/banner.py</extracomment>
        <translation>Einzelheiten des Fehlers</translation>
    </message>
    <message>
        <source>Developer</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>Entwickler</translation>
    </message>
    <message>
        <source>Device</source>
        <extracomment>app/pages/model/page.py, app/pages/runs/details_card.py, app/settings.py</extracomment>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Differences</source>
        <extracomment>app/pages/runs/side_view.py</extracomment>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Disk</source>
        <extracomment>app/models/run_columns.py, app/pages/runs/details_card.py</extracomment>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Divergence (KTO)</source>
        <extracomment>app/pages/train/chart_kinds.py</extracomment>
        <translation>Divergenz (KTO)</translation>
    </message>
    <message>
        <source>Divider: {parts}</source>
        <extracomment>app/widgets/splitter.py</extracomment>
        <translation>Trennlinie: {parts}</translation>
    </message>
    <message>
        <source>Domain style</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Fachstil</translation>
    </message>
    <message>
        <source>Done</source>
        <extracomment>app/models/run_columns.py, app/models/run_words.py, app/pages/runs/action_bar.py</extracomment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Done again</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>Done, {step:,} steps</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>Fertig, {step:,} Schritte</translation>
    </message>
    <message>
        <source>Drag to share the room otherwise; a double click puts it back.</source>
        <extracomment>app/widgets/splitter.py</extracomment>
        <translation>Ziehen, um den Platz anders zu teilen; ein Doppelklick stellt sie zurück.</translation>
    </message>
    <message>
        <source>Draw again</source>
        <extracomment>app/pages/arena/pick_controls.py</extracomment>
        <translation>Neu ziehen</translation>
    </message>
    <message>
        <source>Draw both replies again</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Beide Antworten neu ziehen</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Drawn as on the Compare page: {sampling_in_words}. Both sides draw the same random numbers, anew for each prompt.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Gezogen wie auf der Vergleichsseite: {sampling_in_words}. Beide Seiten ziehen dieselben Zufallszahlen, für jeden Prompt neu.</translation>
    </message>
    <message>
        <source>Draws among so many words at most; 0 sets no limit.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Zieht aus höchstens so vielen Wörtern; 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>Draws the borders of fields, cards and buttons darker.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Zeichnet die Ränder von Feldern, Karten und Knöpfen dunkler.</translation>
    </message>
    <message>
        <source>Drop</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Drop a preference file here</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Präferenzdatei hier ablegen</translation>
    </message>
    <message>
        <source>Drop or restore the pair</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Das Paar verwerfen oder wiederherstellen</translation>
    </message>
    <message>
        <source>Drop to open</source>
        <extracomment>app/widgets/drop_overlay.py</extracomment>
        <translation>Ablegen zum Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Drop {count:,} pairs</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>
            <numerusform>{count:,} Paar verwerfen</numerusform>
            <numerusform>{count:,} Paare verwerfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dropped</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Verworfen:</translation>
    </message>
    <message>
        <source>Dropped {count_pairs}</source>
        <extracomment>app/models/mending.py</extracomment>
        <translation>{count_pairs} verworfen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <extracomment>app/pages/runs/action_bar.py</extracomment>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate it to begin anew with its settings.</source>
        <extracomment>app/models/run_opening.py</extracomment>
        <translation>Duplizieren Sie ihn, um mit seinen Einstellungen neu zu beginnen.</translation>
    </message>
    <message>
        <source>Duplicate the run as a new plan</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Den Lauf als neuen Plan duplizieren</translation>
    </message>
    <message>
        <source>Each has a prompt, a reply you like and one you do not.</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Jedes hat einen Prompt, eine Antwort, die gefällt, und eine, die nicht gefällt.</translation>
    </message>
    <message>
        <source>Each pair counts twice: a thumb up for its chosen reply, and a thumb down for the rejected one.</source>
        <extracomment>app/pages/train/loss_rows.py</extracomment>
        <translation>Jedes Paar zählt zweimal: ein Daumen nach oben für die bevorzugte Antwort und einer nach unten für die abgelehnte.</translation>
    </message>
    <message>
        <source>Each pair is seen once, so none is learnt by heart.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Jedes Paar wird einmal gesehen, also keines auswendig gelernt.</translation>
    </message>
    <message>
        <source>Edit</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Edit the better one</source>
        <extracomment>app/pages/arena/pick_controls.py</extracomment>
        <translation>Bessere bearbeiten</translation>
    </message>
    <message>
        <source>Edit the better reply</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Die bessere Antwort bearbeiten</translation>
    </message>
    <message>
        <source>Edit the pair</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Das Paar bearbeiten</translation>
    </message>
    <message>
        <source>Edit this prompt</source>
        <extracomment>app/pages/compare/turn_view.py</extracomment>
        <translation>Diesen Prompt bearbeiten</translation>
    </message>
    <message>
        <source>Edit {letter}</source>
        <extracomment>app/pages/arena/pick_controls.py</extracomment>
        <translation>{letter} bearbeiten</translation>
    </message>
    <message>
        <source>Edited</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Bearbeitet</translation>
    </message>
    <message numerus="yes">
        <source>Edits of {count:,} pairs were not made</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>
            <numerusform>Änderungen an {count:,} Paar wurden nicht gemacht</numerusform>
            <numerusform>Änderungen an {count:,} Paaren wurden nicht gemacht</numerusform>
        </translation>
    </message>
    <message>
        <source>Elapsed</source>
        <extracomment>app/pages/train/progress_card.py</extracomment>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Empty the search</source>
        <extracomment>app/widgets/search_field.py</extracomment>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Enlarge or shrink	{key}</source>
        <extracomment>app/pages/train/charts.py</extracomment>
        <translation>Vergrößern oder verkleinern	{key}</translation>
    </message>
    <message>
        <source>Enlarge or shrink the chart: {title}</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Das Diagramm vergrößern oder verkleinern: {title}</translation>
    </message>
    <message>
        <source>Enough passes for a habit to change.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Genug Durchgänge, um eine Gewohnheit zu ändern.</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>key</comment>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc does not; an empty name goes back to the folder&apos;s.</source>
        <extracomment>app/pages/runs/run_delegate.py</extracomment>
        <translation>Eingabe behält ihn, Esc nicht; ein leerer Name wird wieder der des Ordners.</translation>
    </message>
    <message>
        <source>Enter runs the chosen one.</source>
        <extracomment>app/widgets/command_palette.py</extracomment>
        <translation>Eingabe führt den gewählten aus.</translation>
    </message>
    <message>
        <source>Enter sends, Shift Enter begins a new line, Up brings the last prompt.</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Eingabe sendet, Umschalt Eingabe beginnt eine neue Zeile, ↑ holt den letzten Prompt.</translation>
    </message>
    <message>
        <source>Enter takes the name, Esc leaves it.</source>
        <extracomment>app/widgets/name_dialog.py</extracomment>
        <translation>Eingabe übernimmt den Namen, Esc lässt ihn.</translation>
    </message>
    <message>
        <source>Enter to send, Shift Enter for a new line</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Eingabe sendet, Umschalt Eingabe beginnt eine neue Zeile</translation>
    </message>
    <message>
        <source>Epoch</source>
        <extracomment>app/pages/pairs/histogram_card.py, app/pages/train/progress_card.py</extracomment>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {count}</source>
        <extracomment>app/pages/pairs/histogram_card.py</extracomment>
        <translation>Epoche {epoch} von {count}</translation>
    </message>
    <message>
        <source>Epoch {value}</source>
        <extracomment>app/models/margin_table.py</extracomment>
        <translation>Epoche {value}</translation>
    </message>
    <message>
        <source>Epochs</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Esc</source>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Estimated from the model&apos;s files and these settings{more}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Geschätzt aus den Modelldateien und diesen Einstellungen{more}</translation>
    </message>
    <message>
        <source>Every action with its keys</source>
        <extracomment>app/palette.py</extracomment>
        <translation>Jede Aktion mit ihren Tasten</translation>
    </message>
    <message>
        <source>Every beta is trained with every learning rate, one run after the other, and a table compares them. Numbers stand with commas between them.</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Jedes beta wird mit jeder Lernrate trainiert, ein Lauf nach dem anderen, und eine Tabelle vergleicht sie. Zahlen stehen mit Dezimalpunkt, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Every prompt has its vote. The result is ready: press Finish and reveal.</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>Jeder Prompt hat seine Stimme. Das Ergebnis ist bereit: Drücken Sie Beenden und aufdecken.</translation>
    </message>
    <message>
        <source>Every prompt of {source} is in the Arena already.</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>Jeder Prompt aus {source} ist schon in der Arena.</translation>
    </message>
    <message>
        <source>Every run that you train is kept here.</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Jeder Lauf, den Sie trainieren, wird hier aufbewahrt.</translation>
    </message>
    <message>
        <source>Every {every} steps</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Alle {every} Schritte</translation>
    </message>
    <message>
        <source>Everything of yours</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Alles von Ihnen</translation>
    </message>
    <message>
        <source>Export</source>
        <extracomment>app/main_window.py, app/pages/export/page.py, app/pages/runs/page.py</extracomment>
        <translation>Export</translation>
    </message>
    <message>
        <source>Export adapter</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Adapter exportieren</translation>
    </message>
    <message>
        <source>Export the adapter or model</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Den Adapter oder das Modell exportieren</translation>
    </message>
    <message>
        <source>Export the votes</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Stimmen exportieren</translation>
    </message>
    <message>
        <source>Export votes</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Stimmen exportieren</translation>
    </message>
    <message>
        <source>Export {part}</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Exportieren: {part}</translation>
    </message>
    <message>
        <source>Failed</source>
        <extracomment>app/models/run_columns.py, app/models/run_words.py, app/pages/runs/action_bar.py</extracomment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Fastest device</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Schnellstes Gerät</translation>
    </message>
    <message>
        <source>Feb</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Weniger Einstellungen</translation>
    </message>
    <message>
        <source>Find a command</source>
        <extracomment>app/palette.py, app/widgets/command_palette.py</extracomment>
        <translation>Einen Befehl finden</translation>
    </message>
    <message>
        <source>Finish and close</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Fertigstellen und schließen</translation>
    </message>
    <message>
        <source>Finish and reveal</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Beenden und aufdecken</translation>
    </message>
    <message>
        <source>Finish the copy and close?</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Kopie fertigstellen und schließen?</translation>
    </message>
    <message>
        <source>Fits</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Passt</translation>
    </message>
    <message>
        <source>Fits with {byte_size} to spare</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Passt, {byte_size} übrig</translation>
    </message>
    <message>
        <source>Fix safe</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Sicheres beheben</translation>
    </message>
    <message>
        <source>Fix {plain:,} safe</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>{plain:,} sicher beheben</translation>
    </message>
    <message>
        <source>Flags</source>
        <extracomment>app/models/pair_table.py</extracomment>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Flip</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Flip the pair</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Das Paar tauschen</translation>
    </message>
    <message>
        <source>Flipped</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Getauscht:</translation>
    </message>
    <message>
        <source>Folder</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folder for TensorBoard&apos;s event files</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>Ordner für Ereignisdateien von TensorBoard</translation>
    </message>
    <message>
        <source>Folders</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Folders with models</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Ordner mit Modellen</translation>
    </message>
    <message>
        <source>Font licences</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Lizenzen der Schriften</translation>
    </message>
    <message>
        <source>For each prompt you see two replies without names and say which is better. Which model stands on which side is shuffled each time and told only at the end. About 30 votes show a clear difference; a small one takes more.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Zu jedem Prompt sehen Sie zwei Antworten ohne Namen und sagen, welche besser ist. Welches Modell auf welcher Seite steht, wird jedes Mal gemischt und erst am Ende verraten. Etwa 30 Stimmen zeigen einen klaren Unterschied; ein kleiner braucht mehr.</translation>
    </message>
    <message>
        <source>Found when training starts</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Wird beim Trainingsbeginn gefunden</translation>
    </message>
    <message>
        <source>From a file</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/blind/setup_view.py</extracomment>
        <translation>Aus einer Datei</translation>
    </message>
    <message>
        <source>From the next seeds</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Mit den nächsten Seeds</translation>
    </message>
    <message>
        <source>GGUF (*.gguf)</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>GGUF (*.gguf)</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>GGUF-Datei</translation>
    </message>
    <message>
        <source>GPU memory</source>
        <extracomment>app/pages/train/usage_foot.py</extracomment>
        <translation>GPU-Speicher</translation>
    </message>
    <message>
        <source>Gentle</source>
        <extracomment>app/models/recipes.py, app/settings.py</extracomment>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Give a reason for the vote</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Einen Grund für die Stimme angeben</translation>
    </message>
    <message>
        <source>Go on</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Go on voting</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Weiter abstimmen</translation>
    </message>
    <message>
        <source>Go on with the sweep</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>Mit der Reihe weitermachen</translation>
    </message>
    <message>
        <source>Go to Model</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Zum Modell</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <extracomment>app/pages/blind/setup_view.py, app/pages/compare/conversation.py, app/pages/export/page.py, app/pages/pairs/page.py, app/pages/runs/page.py</extracomment>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Go to {page}</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Gehe zu {page}</translation>
    </message>
    <message>
        <source>Goal</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Gradient norm</source>
        <extracomment>app/pages/train/chart_kinds.py</extracomment>
        <translation>Gradientennorm</translation>
    </message>
    <message>
        <source>Group</source>
        <extracomment>app/models/vote_table.py</extracomment>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Group by a column</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Nach einer Spalte gruppieren</translation>
    </message>
    <message>
        <source>Held back</source>
        <extracomment>app/pages/blind/setup_view.py, app/widgets/chart.py</extracomment>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Held back for evaluation</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>Für den Test zurückgehalten</translation>
    </message>
    <message>
        <source>Held back from the run</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Vom Lauf zurückgehalten</translation>
    </message>
    <message>
        <source>Held-back accuracy is {rewards_accuracies:.0%}. </source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Die Trefferquote auf zurückgehaltenen Paaren ist {rewards_accuracies:.0%}. </translation>
    </message>
    <message>
        <source>Help</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Help for this page</source>
        <extracomment>app/help.py, app/widgets/sidebar.py</extracomment>
        <translation>Hilfe zu dieser Seite</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <extracomment>app/widgets/sidebar.py</extracomment>
        <translation>Hilfe zu dieser Seite (F1)</translation>
    </message>
    <message>
        <source>Helpfulness</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Hilfsbereitschaft</translation>
    </message>
    <message>
        <source>Here the trained model will answer beside the original.</source>
        <extracomment>app/pages/compare/conversation.py</extracomment>
        <translation>Hier antwortet das trainierte Modell neben dem Original.</translation>
    </message>
    <message>
        <source>Hide</source>
        <extracomment>app/pages/train/charts.py</extracomment>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide details</source>
        <extracomment>app/widgets/banner.py</extracomment>
        <translation>Einzelheiten verbergen</translation>
    </message>
    <message>
        <source>Hide result so far</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>Bisheriges Ergebnis verbergen</translation>
    </message>
    <message>
        <source>High</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Histogram of margins</source>
        <extracomment>app/pages/pairs/histogram_card.py</extracomment>
        <translation>Histogramm der Abstände</translation>
    </message>
    <message>
        <source>Holding pairs back</source>
        <extracomment>app/models/data_work.py</extracomment>
        <translation>Das Zurückhalten von Paaren</translation>
    </message>
    <message>
        <source>How a conversation is written for a model that brings no template.</source>
        <extracomment>app/pages/model/template_picker.py</extracomment>
        <translation>Wie eine Unterhaltung für ein Modell geschrieben wird, das keine Vorlage mitbringt.</translation>
    </message>
    <message>
        <source>How far can the rewards of {title} be believed?</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Wie weit kann man den Rewards von {title} glauben?</translation>
    </message>
    <message>
        <source>How is {name} to be read?</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Wie soll {name} gelesen werden?</translation>
    </message>
    <message>
        <source>How it ended</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Wie er endete</translation>
    </message>
    <message>
        <source>How it speaks: warmer, drier, more formal.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Wie es spricht: wärmer, trockener, förmlicher.</translation>
    </message>
    <message>
        <source>How long it trained</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Wie lange er trainiert hat</translation>
    </message>
    <message>
        <source>How many of the processor&apos;s threads training uses, from the next start on. A resumed run keeps its own number, so that it ends in the same bits.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Wie viele Threads des Prozessors das Training nutzt, ab dem nächsten Start. Ein fortgesetzter Lauf behält seine Zahl, damit er mit denselben Bits endet.</translation>
    </message>
    <message>
        <source>How many pairs, how often the rewards are right, and how sure they are, by group</source>
        <extracomment>app/pages/reward_report/section_table.py</extracomment>
        <translation>Wie viele Paare, wie oft die Rewards stimmen und wie sicher sie sind, nach Gruppe</translation>
    </message>
    <message>
        <source>How much more the model came to prefer the chosen reply by the end of this epoch</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Wie viel mehr das Modell die bevorzugte Antwort am Ende dieser Epoche vorzieht</translation>
    </message>
    <message>
        <source>How much the lines even out; the raw values stay below them</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Wie sehr die Linien geglättet werden; die rohen Werte bleiben darunter</translation>
    </message>
    <message>
        <source>How often it was preferred in blind tests</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Wie oft er in Blindtests bevorzugt wurde</translation>
    </message>
    <message>
        <source>How often its rewards are right, by group, length and margin</source>
        <extracomment>app/pages/runs/run_commands.py, app/pages/train/page.py</extracomment>
        <translation>Wie oft seine Rewards stimmen, nach Gruppe, Länge und Abstand</translation>
    </message>
    <message>
        <source>How sure</source>
        <extracomment>app/pages/reward_report/reliability_chart.py</extracomment>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <source>How the field writes stands in the chosen replies, so they are also learnt word for word.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Wie das Fach schreibt, steht in den bevorzugten Antworten, daher werden sie auch Wort für Wort gelernt.</translation>
    </message>
    <message>
        <source>How the model card is shown; Markdown can be edited</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Wie die Modellkarte gezeigt wird; Markdown kann bearbeitet werden</translation>
    </message>
    <message>
        <source>How the rows of the file are understood</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Wie die Zeilen der Datei verstanden werden</translation>
    </message>
    <message>
        <source>Hugging Face</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Hugging Face</translation>
    </message>
    <message>
        <source>Icon licence</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Lizenz der Symbole</translation>
    </message>
    <message>
        <source>Imitation helps at half weight; the comparison still leads.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Nachahmung hilft mit halbem Gewicht; der Vergleich führt weiterhin.</translation>
    </message>
    <message>
        <source>Implicit reward of the reply {side} training</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Impliziter Reward der Antwort {side} dem Training</translation>
    </message>
    <message>
        <source>In tokens; a reply that is cut teaches to stop there</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>In Token; eine abgeschnittene Antwort lehrt, dort aufzuhören</translation>
    </message>
    <message>
        <source>In tokens; a token is a short word or a part of one.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>In Token; ein Token ist ein kurzes Wort oder ein Teil davon.</translation>
    </message>
    <message>
        <source>In what the two replies to a prompt differ</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Worin sich die beiden Antworten auf einen Prompt unterscheiden</translation>
    </message>
    <message>
        <source>In your Hugging Face cache</source>
        <extracomment>app/pages/model/found_card.py</extracomment>
        <translation>In Ihrem Cache von Hugging Face</translation>
    </message>
    <message>
        <source>In your words, as a reminder while you pick</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>In Ihren Worten, als Erinnerung beim Wählen</translation>
    </message>
    <message>
        <source>Increase contrast</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Kontrast erhöhen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>It did all its steps, or ended early as its plan says</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Er hat alle Schritte gemacht oder endete früher, wie sein Plan sagt</translation>
    </message>
    <message>
        <source>It did not work</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Es hat nicht geklappt</translation>
    </message>
    <message>
        <source>It ended before its first step, so there is nothing to show.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>Er endete vor dem ersten Schritt, daher gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>It has no chat template, so it is not known how a conversation is written for it.</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Es hat keine Chatvorlage, daher ist nicht bekannt, wie eine Unterhaltung dafür geschrieben wird.</translation>
    </message>
    <message>
        <source>It is chosen over both replies, which makes two pairs.</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Sie wird beiden Antworten vorgezogen, das ergibt zwei Paare.</translation>
    </message>
    <message>
        <source>It is chosen over reply {words}.</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Sie wird der Antwort {words} vorgezogen.</translation>
    </message>
    <message>
        <source>It is converted once into a folder</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Sie wird einmal in einen Ordner umgewandelt</translation>
    </message>
    <message>
        <source>It is kept for the next time</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Es wird für das nächste Mal aufbewahrt</translation>
    </message>
    <message>
        <source>It is kept in {free_folder}.</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Es wird in {free_folder} aufbewahrt.</translation>
    </message>
    <message>
        <source>It is read as you chose for a file with the same columns. </source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Sie wird so gelesen, wie Sie es für eine Datei mit denselben Spalten gewählt haben. </translation>
    </message>
    <message>
        <source>It is under way</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Er ist im Gange</translation>
    </message>
    <message>
        <source>It learnt from {name}, which is not open.</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Er hat aus {name} gelernt, und diese Datei ist nicht geöffnet.</translation>
    </message>
    <message>
        <source>It was recognised as {known}. Your choice is remembered for files with the same columns.</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Sie wurde als {known} erkannt. Ihre Wahl wird für Dateien mit denselben Spalten gemerkt.</translation>
    </message>
    <message>
        <source>It was stopped and saved before its last step</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Er wurde vor dem letzten Schritt angehalten und gespeichert</translation>
    </message>
    <message>
        <source>It was taught to answer in turns.</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Es hat gelernt, abwechselnd zu antworten.</translation>
    </message>
    <message>
        <source>Its adapter is being exported.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Sein Adapter wird exportiert.</translation>
    </message>
    <message>
        <source>Its cache is empty</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Sein Cache ist leer</translation>
    </message>
    <message>
        <source>Its end token closes no turn of its template: it was probably never taught to stop there.</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Sein Endtoken schließt keinen Beitrag seiner Vorlage: Wahrscheinlich hat es nie gelernt, dort aufzuhören.</translation>
    </message>
    <message>
        <source>Its folder keeps its name</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Sein Ordner behält seinen Namen</translation>
    </message>
    <message>
        <source>Its folder stays {folder}.</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Sein Ordner bleibt {folder}.</translation>
    </message>
    <message>
        <source>Its format is not known. Say which column is what; your choice is remembered for files with the same columns, and the file itself is not changed.</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Ihr Format ist nicht bekannt. Sagen Sie, welche Spalte was ist; Ihre Wahl wird für Dateien mit denselben Spalten gemerkt, und die Datei selbst wird nicht geändert.</translation>
    </message>
    <message>
        <source>Its manifest cannot be read</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Sein Manifest kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Its model is gone: {model}.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Sein Modell ist weg: {model}.</translation>
    </message>
    <message>
        <source>Its own data, edits, runs and votes</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Eigene Daten, Änderungen, Läufe und Stimmen</translation>
    </message>
    <message>
        <source>Its own template</source>
        <extracomment>app/pages/model/template_picker.py</extracomment>
        <translation>Eigene Vorlage</translation>
    </message>
    <message>
        <source>Its preference file is gone: {data}.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Seine Präferenzdatei ist weg: {data}.</translation>
    </message>
    <message>
        <source>Its process ended without saying so, as when the power fails</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Sein Prozess endete ohne ein Wort, etwa bei einem Stromausfall</translation>
    </message>
    <message>
        <source>Its run went on in between. Votes on two models must not be counted together: those that you cast stand, and a new test asks about the model as it is now.</source>
        <extracomment>app/models/blind_test.py</extracomment>
        <translation>Sein Lauf ging inzwischen weiter. Stimmen zu zwei Modellen dürfen nicht zusammengezählt werden: Die abgegebenen gelten, und ein neuer Test fragt nach dem Modell, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Jan</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Jul</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Jun</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Keep as a pair</source>
        <extracomment>app/pages/arena/reply_editor.py</extracomment>
        <translation>Als Paar behalten</translation>
    </message>
    <message>
        <source>Keep as a pair: this reply is the better one</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Als Paar behalten: Diese Antwort ist die bessere</translation>
    </message>
    <message>
        <source>Keep both ways</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Beide Richtungen behalten</translation>
    </message>
    <message>
        <source>Keep it</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the computer awake while training</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Den Computer beim Training wach halten</translation>
    </message>
    <message>
        <source>Keep the project in</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Das Projekt aufbewahren in</translation>
    </message>
    <message>
        <source>Keep training</source>
        <extracomment>app/main_window.py, app/pages/train/live_view.py</extracomment>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Keep writing</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Kept as soon as they are changed</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Werden bei der Änderung sofort gespeichert</translation>
    </message>
    <message>
        <source>Keys on this page</source>
        <extracomment>app/help.py</extracomment>
        <translation>Tasten auf dieser Seite</translation>
    </message>
    <message>
        <source>Known once a model is chosen</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Bekannt, sobald ein Modell gewählt ist</translation>
    </message>
    <message>
        <source>Label</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Language</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Large corrections; the run&apos;s alarms matter here.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Große Korrekturen; die Warnungen des Laufs sind hier wichtig.</translation>
    </message>
    <message>
        <source>Larger text</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Last</source>
        <extracomment>app/models/margin_table.py</extracomment>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Last question, to edit</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>Letzte Frage, zum Bearbeiten</translation>
    </message>
    <message>
        <source>Last run</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <extracomment>app/models/run_columns.py, app/pages/train/chart_kinds.py, app/pages/train/sweep_dialog.py</extracomment>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate over time</source>
        <extracomment>app/pages/train/setting_pictures.py</extracomment>
        <translation>Lernrate über die Zeit</translation>
    </message>
    <message>
        <source>Leave it out, or not</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Auslassen oder nicht</translation>
    </message>
    <message>
        <source>Leave out</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave the blind test</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Den Blindtest verlassen</translation>
    </message>
    <message>
        <source>Leave the prompt out</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Diesen Prompt auslassen</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Leave what is being written</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Das Geschriebene verlassen</translation>
    </message>
    <message>
        <source>Leaves out the unlikeliest words.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Lässt die unwahrscheinlichsten Wörter weg.</translation>
    </message>
    <message>
        <source>Leaves out words less likely than this share of the likeliest.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Lässt Wörter weg, die unwahrscheinlicher sind als dieser Anteil des wahrscheinlichsten.</translation>
    </message>
    <message>
        <source>Left</source>
        <extracomment>app/pages/compare/pane_head.py</extracomment>
        <translation>Links</translation>
    </message>
    <message>
        <source>Left out, since only a plan file can set it: {left_out}.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Ausgelassen, da nur eine Plandatei es setzen kann: {left_out}.</translation>
    </message>
    <message>
        <source>Left out: this loss compares with nothing</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Entfällt: Dieser Loss vergleicht mit nichts</translation>
    </message>
    <message>
        <source>Legend: </source>
        <extracomment>app/widgets/chart_legend.py</extracomment>
        <translation>Legende: </translation>
    </message>
    <message>
        <source>Length</source>
        <extracomment>app/pages/train/sweep_table.py</extracomment>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Length of the chosen reply in characters</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Länge der bevorzugten Antwort in Zeichen</translation>
    </message>
    <message>
        <source>Length of the rejected reply in characters</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Länge der abgelehnten Antwort in Zeichen</translation>
    </message>
    <message>
        <source>Licence</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Light</source>
        <extracomment>app/settings.py, app/widgets/theme_button.py</extracomment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Light theme</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Helles Farbschema</translation>
    </message>
    <message>
        <source>Light, dark, or as the system has it.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Hell, dunkel oder wie im System.</translation>
    </message>
    <message>
        <source>Linear</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Links lead to other chapters.</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Links führen zu anderen Kapiteln.</translation>
    </message>
    <message>
        <source>Lists the chapters that have all the words. Esc empties it.</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Zeigt die Kapitel, die alle Wörter enthalten. Esc leert das Feld.</translation>
    </message>
    <message>
        <source>Live sample</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Probe</translation>
    </message>
    <message>
        <source>LoRA adapter</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>LoRA-Adapter</translation>
    </message>
    <message>
        <source>Load a file of preference pairs</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Laden Sie eine Datei mit Präferenzpaaren</translation>
    </message>
    <message>
        <source>Load pairs of good and bad replies, press Train, and talk to the result. All of it stays on this computer.</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Gute und schlechte Antworten laden, trainieren, mit dem Ergebnis reden. Alles bleibt auf diesem Computer.</translation>
    </message>
    <message>
        <source>Load plan</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Plan laden</translation>
    </message>
    <message>
        <source>Load the demo</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Die Demo laden</translation>
    </message>
    <message>
        <source>Load the settings of a plan</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Die Einstellungen eines Plans laden</translation>
    </message>
    <message>
        <source>Load your pairs</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Paare laden</translation>
    </message>
    <message>
        <source>Loading the model</source>
        <extracomment>app/models/chat.py, app/models/reward_report.py</extracomment>
        <translation>Modell wird geladen</translation>
    </message>
    <message>
        <source>Log-probabilities</source>
        <extracomment>app/pages/train/chart_kinds.py</extracomment>
        <translation>Log-Wahrscheinlichkeiten</translation>
    </message>
    <message>
        <source>Longest reply</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/compare/sampling_panel.py</extracomment>
        <translation>Längste Antwort</translation>
    </message>
    <message>
        <source>Look for it in the system&apos;s bin and restore it there.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>Suchen Sie ihn im Papierkorb des Systems und stellen Sie ihn dort wieder her.</translation>
    </message>
    <message>
        <source>Look for models in all folders</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>In allen Ordnern nach Modellen suchen</translation>
    </message>
    <message>
        <source>Looked through for models and GGUF files, besides the models folder and the Hugging Face cache. LM Studio keeps its files in .lmstudio/models below your own folder.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Werden nach Modellen und GGUF-Dateien durchsucht, neben dem Modellordner und dem Cache von Hugging Face. LM Studio hat seine Dateien in .lmstudio/models unter Ihrem eigenen Ordner.</translation>
    </message>
    <message>
        <source>Looking at the file</source>
        <extracomment>app/models/data_opening.py</extracomment>
        <translation>Das Ansehen der Datei</translation>
    </message>
    <message>
        <source>Looking at the run</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>Das Ansehen des Laufs</translation>
    </message>
    <message>
        <source>Looking for devices</source>
        <extracomment>app/models/model_choice.py</extracomment>
        <translation>Das Suchen nach Geräten</translation>
    </message>
    <message>
        <source>Looking for models</source>
        <extracomment>app/models/model_choice.py</extracomment>
        <translation>Das Suchen nach Modellen</translation>
    </message>
    <message>
        <source>Looking for prompts on both sides</source>
        <extracomment>app/models/data_work.py</extracomment>
        <translation>Das Suchen nach Prompts auf beiden Seiten</translation>
    </message>
    <message>
        <source>Looking for runs</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>Das Suchen nach Läufen</translation>
    </message>
    <message>
        <source>Looking for runs…</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Läufe werden gesucht …</translation>
    </message>
    <message>
        <source>Looking for trained models</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Das Suchen nach trainierten Modellen</translation>
    </message>
    <message>
        <source>Looking for what can be mended</source>
        <extracomment>app/models/mending.py</extracomment>
        <translation>Das Suchen nach Behebbarem</translation>
    </message>
    <message>
        <source>Looking…</source>
        <extracomment>app/pages/model/page.py, app/pages/model/sources.py</extracomment>
        <translation>Sucht …</translation>
    </message>
    <message>
        <source>Looks through names, tags, notes, models, data and states</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Durchsucht Namen, Schlagwörter, Notizen, Modelle, Daten und Zustände</translation>
    </message>
    <message>
        <source>Loss</source>
        <extracomment>app/models/knobs.py, app/models/run_columns.py, app/pages/runs/overlay_kinds.py, app/pages/train/chart_kinds.py, app/pages/train/sweep_table.py</extracomment>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Loss by reply gap</source>
        <extracomment>app/pages/train/setting_pictures.py</extracomment>
        <translation>Loss nach Vorsprung</translation>
    </message>
    <message>
        <source>Loss of a pair by how much likelier its chosen reply became, beta {beta:g}</source>
        <extracomment>app/pages/train/setting_pictures.py</extracomment>
        <translation>Loss eines Paars danach, wie viel wahrscheinlicher seine bevorzugte Antwort wurde, beta {beta:g}</translation>
    </message>
    <message>
        <source>Low</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Wenig</translation>
    </message>
    <message>
        <source>Made from the run: its data, settings, results and limits.</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Aus dem Lauf gemacht: Daten, Einstellungen, Ergebnisse und Grenzen.</translation>
    </message>
    <message>
        <source>Make room</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Platz schaffen</translation>
    </message>
    <message>
        <source>Mar</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>März</translation>
    </message>
    <message>
        <source>Margin</source>
        <extracomment>app/models/knobs.py, app/models/run_columns.py, app/pages/runs/overlay_kinds.py, app/pages/train/sweep_table.py</extracomment>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Margin over time</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Abstand im Verlauf</translation>
    </message>
    <message>
        <source>Margin {margin}. {legend}</source>
        <extracomment>app/pages/data/reward_line.py</extracomment>
        <translation>Abstand {margin}. {legend}</translation>
    </message>
    <message>
        <source>Margins</source>
        <extracomment>app/pages/pairs/histogram_card.py</extracomment>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Mark the run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Den Lauf markieren</translation>
    </message>
    <message>
        <source>Mark two to four of them, with Space or the boxes at the left.</source>
        <extracomment>app/pages/runs/comparison_card.py</extracomment>
        <translation>Markieren Sie zwei bis vier davon, mit der Leertaste oder den Kästchen links.</translation>
    </message>
    <message>
        <source>Markdown</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Markdown with its marks, to the letter</source>
        <extracomment>app/pages/compare/page.py, app/pages/train/page.py</extracomment>
        <translation>Markdown mit seinen Zeichen, buchstabengetreu</translation>
    </message>
    <message>
        <source>Marked runs are laid over each other, compared and deleted together</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Markierte Läufe werden übereinandergelegt, verglichen und gemeinsam gelöscht</translation>
    </message>
    <message>
        <source>Matches {title}</source>
        <extracomment>app/pages/train/knobs_card.py</extracomment>
        <translation>Entspricht {title}</translation>
    </message>
    <message>
        <source>May</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Mean margin</source>
        <extracomment>app/models/margin_table.py</extracomment>
        <translation>Mittlerer Abstand</translation>
    </message>
    <message>
        <source>Measuring the replies</source>
        <extracomment>app/models/data_work.py</extracomment>
        <translation>Das Messen der Antworten</translation>
    </message>
    <message>
        <source>Memory</source>
        <extracomment>app/pages/train/usage_foot.py</extracomment>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory forecast</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Speichervorhersage</translation>
    </message>
    <message>
        <source>Mend</source>
        <extracomment>app/pages/data/mend_bar.py</extracomment>
        <translation>Beheben</translation>
    </message>
    <message>
        <source>Mend: {offer}</source>
        <extracomment>app/pages/data/mend_bar.py</extracomment>
        <translation>Beheben: {offer}</translation>
    </message>
    <message>
        <source>Metrics of {which} as CSV…</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>Messwerte von {which} als CSV …</translation>
    </message>
    <message>
        <source>Min p</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Min p</translation>
    </message>
    <message>
        <source>Model</source>
        <extracomment>app/main_window.py, app/models/run_columns.py, app/pages/blind/prompt_card.py, app/pages/model/page.py, app/pages/runs/details_card.py</extracomment>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model and data stay as they are chosen on their own pages.</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Modell und Daten bleiben, wie sie auf ihren eigenen Seiten gewählt sind.</translation>
    </message>
    <message>
        <source>Model card</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Model card as</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Modellkarte als</translation>
    </message>
    <message>
        <source>Model card as Markdown</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Modellkarte als Markdown</translation>
    </message>
    <message>
        <source>Model weights</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Modellgewichte</translation>
    </message>
    <message>
        <source>Models</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models on this computer</source>
        <extracomment>app/pages/model/model_list.py</extracomment>
        <translation>Modelle auf diesem Computer</translation>
    </message>
    <message>
        <source>More prompts settle the result; you may stop at any time.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Mehr Prompts sichern das Ergebnis; Sie können jederzeit aufhören.</translation>
    </message>
    <message>
        <source>More prompts than you want pairs: some give none</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Mehr Prompts als gewünschte Paare: Manche ergeben keines</translation>
    </message>
    <message>
        <source>More settings</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Most runs use {shown}.</source>
        <extracomment>app/pages/train/knob_row.py</extracomment>
        <translation>Die meisten Läufe nehmen {shown}.</translation>
    </message>
    <message>
        <source>Move {folder} away, then undo once more.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>Verschieben Sie {folder} und machen Sie es dann noch einmal rückgängig.</translation>
    </message>
    <message>
        <source>NVIDIA GPU</source>
        <extracomment>app/pages/model/page.py, app/settings.py</extracomment>
        <translation>NVIDIA GPU</translation>
    </message>
    <message>
        <source>Name</source>
        <extracomment>app/widgets/name_dialog.py</extracomment>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <extracomment>app/pages/runs/run_delegate.py</extracomment>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Neighbours in rank</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Nachbarn im Rang</translation>
    </message>
    <message>
        <source>New blind test</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Neuer Blindtest</translation>
    </message>
    <message>
        <source>New chat</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New project</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <source>New run</source>
        <extracomment>app/pages/runs/page.py, app/pages/runs/run_commands.py, app/pages/train/live_view.py</extracomment>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>New test</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Neuer Test</translation>
    </message>
    <message>
        <source>Next pair</source>
        <extracomment>app/pages/data/pair_view.py, app/pages/data/pair_work.py</extracomment>
        <translation>Nächstes Paar</translation>
    </message>
    <message>
        <source>Next: Export</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Weiter: Export</translation>
    </message>
    <message>
        <source>Next: Model</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Weiter: Modell</translation>
    </message>
    <message>
        <source>Next: Train</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Weiter: Training</translation>
    </message>
    <message>
        <source>No blind test is under way.</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Es ist kein Blindtest im Gange.</translation>
    </message>
    <message>
        <source>No blind test of this run has shown its result.</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Kein Blindtest dieses Laufs hat sein Ergebnis gezeigt.</translation>
    </message>
    <message>
        <source>No chapter has all these words.</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Kein Kapitel enthält alle diese Wörter.</translation>
    </message>
    <message>
        <source>No chart is enlarged.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Kein Diagramm ist vergrößert.</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <extracomment>app/widgets/command_palette.py</extracomment>
        <translation>Kein Befehl hat diese Wörter.</translation>
    </message>
    <message>
        <source>No data yet</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Noch keine Daten</translation>
    </message>
    <message>
        <source>No device yet</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Noch kein Gerät</translation>
    </message>
    <message>
        <source>No difference</source>
        <extracomment>app/pages/runs/comparison_card.py</extracomment>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>No edit was taken back.</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Es wurde keine Änderung zurückgenommen.</translation>
    </message>
    <message>
        <source>No file chosen yet</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>Noch keine Datei gewählt</translation>
    </message>
    <message>
        <source>No file is open.</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>Keine Datei ist offen.</translation>
    </message>
    <message>
        <source>No graphics card is used, so it takes longer</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Keine Grafikkarte im Einsatz, daher dauert es länger</translation>
    </message>
    <message>
        <source>No model chosen</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Kein Modell gewählt</translation>
    </message>
    <message>
        <source>No model yet</source>
        <extracomment>app/models/readiness.py, app/pages/arena/setup_view.py, app/pages/compare/pane_head.py</extracomment>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>No models found here</source>
        <extracomment>app/pages/model/found_card.py</extracomment>
        <translation>Hier wurden keine Modelle gefunden</translation>
    </message>
    <message>
        <source>No pair is selected.</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Es ist kein Paar ausgewählt.</translation>
    </message>
    <message>
        <source>No pairs are open.</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Es sind keine Paare geöffnet.</translation>
    </message>
    <message>
        <source>No pairs match</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Kein Paar passt</translation>
    </message>
    <message>
        <source>No pairs yet: a model answers twice, and you pick the better reply (Ctrl 8)</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Noch keine Paare: Ein Modell antwortet zweimal, und Sie wählen die bessere Antwort (Strg 8)</translation>
    </message>
    <message>
        <source>No preference</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Ohne Vorzug</translation>
    </message>
    <message>
        <source>No problems found</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>No prompt yet.</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>Noch kein Prompt.</translation>
    </message>
    <message>
        <source>No prompt: the replies begin the conversation.</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>Kein Prompt: Die Antworten beginnen die Unterhaltung.</translation>
    </message>
    <message>
        <source>No run can be paused now.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Jetzt kann kein Lauf pausiert werden.</translation>
    </message>
    <message>
        <source>No run is marked.</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Kein Lauf ist markiert.</translation>
    </message>
    <message>
        <source>No run is shown.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Es wird kein Lauf gezeigt.</translation>
    </message>
    <message>
        <source>No run is under way.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Es ist kein Lauf im Gange.</translation>
    </message>
    <message>
        <source>No run selected</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Kein Lauf ausgewählt</translation>
    </message>
    <message>
        <source>No run to look at yet</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Noch kein Lauf zum Ansehen</translation>
    </message>
    <message>
        <source>No run was deleted since the window opened.</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>Seit das Fenster offen ist, wurde kein Lauf gelöscht.</translation>
    </message>
    <message>
        <source>No runs match</source>
        <extracomment>app/pages/runs/run_list.py</extracomment>
        <translation>Kein Lauf passt</translation>
    </message>
    <message>
        <source>No runs yet</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Noch keine Läufe</translation>
    </message>
    <message>
        <source>No sample is in sight.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Es ist keine Probe zu sehen.</translation>
    </message>
    <message>
        <source>No vote has a preferred reply.</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Keine Stimme hat eine bevorzugte Antwort.</translation>
    </message>
    <message>
        <source>None</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>None are held back</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Keine sind zurückgehalten</translation>
    </message>
    <message>
        <source>None yet</source>
        <extracomment>app/widgets/step_dots.py</extracomment>
        <translation>Noch keine</translation>
    </message>
    <message>
        <source>None, the replies hold it</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Keine, die Antworten enthalten sie</translation>
    </message>
    <message>
        <source>None: this loss compares with nothing. Training began from {model}, {weights}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>Keine: Dieser Loss vergleicht mit nichts. Das Training begann von {model}, {weights}</translation>
    </message>
    <message>
        <source>Norm</source>
        <extracomment>app/pages/train/chart_kinds.py</extracomment>
        <translation>Norm</translation>
    </message>
    <message>
        <source>Not a chat model</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Kein Chatmodell</translation>
    </message>
    <message>
        <source>Not exported</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>Nicht exportiert</translation>
    </message>
    <message>
        <source>Not started</source>
        <extracomment>app/models/run_words.py, app/models/workflow.py</extracomment>
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>app/models/run_columns.py, app/pages/runs/details_card.py</extracomment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing is asked yet.</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Noch wird nichts gefragt.</translation>
    </message>
    <message>
        <source>Nothing is downloaded here. Copy a model&apos;s folder from a computer with a network (all its files: config.json, safetensors, tokenizer) into the models folder, or choose it above. For a small one to begin with, SmolLM2-135M, run in the program&apos;s folder: {get_command}</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Hier wird nichts heruntergeladen. Kopieren Sie den Ordner eines Modells von einem Computer mit Netz (alle Dateien: config.json, safetensors, Tokenizer) in den Modellordner, oder wählen Sie ihn oben. Für ein kleines zum Anfangen, SmolLM2-135M, führen Sie im Programmordner aus: {get_command}</translation>
    </message>
    <message>
        <source>Nothing is exported yet.</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Noch nichts exportiert.</translation>
    </message>
    <message>
        <source>Nothing is lost: resume when you like, or compare what it has learnt so far.</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Nichts ist verloren: Setzen Sie fort, wann Sie möchten, oder vergleichen Sie, was es bisher gelernt hat.</translation>
    </message>
    <message>
        <source>Nothing is lost: resume when you like. Preferences are learnt after the warm-up.</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Nichts ist verloren: Setzen Sie fort, wann Sie möchten. Präferenzen werden nach dem Aufwärmen gelernt.</translation>
    </message>
    <message>
        <source>Nothing is written until you press Export.</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Nichts wird geschrieben, bevor Sie Exportieren drücken.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <extracomment>app/pages/runs/comparison_card.py</extracomment>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Nothing to export yet</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Noch nichts zu exportieren</translation>
    </message>
    <message>
        <source>Nothing trained yet</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/compare/pane_head.py</extracomment>
        <translation>Noch nichts trainiert</translation>
    </message>
    <message>
        <source>Nothing turns or moves while work is under way.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Nichts dreht oder bewegt sich, während gearbeitet wird.</translation>
    </message>
    <message>
        <source>Nothing was left behind.</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Nichts wurde zurückgelassen.</translation>
    </message>
    <message>
        <source>Nothing was trained, and nothing is lost.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Nichts wurde trainiert, und nichts ist verloren.</translation>
    </message>
    <message>
        <source>Nov</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Objective</source>
        <extracomment>app/models/run_columns.py, app/pages/runs/details_card.py</extracomment>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Oct</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Of all texts in the window, from the next start on. The manual and the command line are English.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Aller Texte im Fenster, ab dem nächsten Start. Das Handbuch und die Befehlszeile sind englisch.</translation>
    </message>
    <message>
        <source>Of text, rows and icons together, from the next start on. Also Ctrl +, Ctrl − and Ctrl 0.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Von Text, Zeilen und Symbolen zusammen, ab dem nächsten Start. Auch Strg +, Strg − und Strg 0.</translation>
    </message>
    <message>
        <source>Of the last update; nothing was held back</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Von der letzten Aktualisierung; nichts wurde zurückgehalten</translation>
    </message>
    <message>
        <source>Of the sweep {sweep}</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Aus der Reihe {sweep}</translation>
    </message>
    <message>
        <source>Off</source>
        <extracomment>app/models/knobs.py, app/pages/train/live_view.py</extracomment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Offline. Nothing is sent.</source>
        <extracomment>app/widgets/sidebar.py</extracomment>
        <translation>Offline, sendet nichts.</translation>
    </message>
    <message>
        <source>On</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>Ein</translation>
    </message>
    <message>
        <source>On disk</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>On the Train page</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Auf der Trainingsseite</translation>
    </message>
    <message>
        <source>On this computer</source>
        <extracomment>app/pages/model/found_card.py</extracomment>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>One end token</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Ein Endtoken</translation>
    </message>
    <message>
        <source>One model answers at two temperatures: the lower one is steadier, the higher one more daring.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Ein Modell antwortet mit zwei Temperaturen: Die niedrigere ist beständiger, die höhere wagemutiger.</translation>
    </message>
    <message>
        <source>One model answers twice, each time with other random numbers.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Ein Modell antwortet zweimal, jedes Mal mit anderen Zufallszahlen.</translation>
    </message>
    <message>
        <source>One prompt, both models, same seed</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Ein Prompt, beide Modelle, gleicher Seed</translation>
    </message>
    <message>
        <source>One reply and a label</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Eine mit Bewertung</translation>
    </message>
    <message>
        <source>Only files already on this computer are listed.</source>
        <extracomment>app/pages/model/found_card.py</extracomment>
        <translation>Nur Dateien, die schon auf diesem Computer sind, stehen in der Liste.</translation>
    </message>
    <message>
        <source>Only in chosen</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Nur in der bevorzugten</translation>
    </message>
    <message>
        <source>Only in rejected</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Nur in der abgelehnten</translation>
    </message>
    <message>
        <source>Open</source>
        <extracomment>app/pages/runs/action_bar.py</extracomment>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a file</source>
        <extracomment>app/pages/data/page.py, app/pages/data/welcome.py</extracomment>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open a file of pairs and report on that.</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Öffnen Sie eine Datei mit Paaren und berichten Sie über diese.</translation>
    </message>
    <message>
        <source>Open a project folder</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Einen Projektordner öffnen</translation>
    </message>
    <message>
        <source>Open another file</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Andere Datei öffnen</translation>
    </message>
    <message>
        <source>Open as data</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py, app/pages/compare/kept_card.py</extracomment>
        <translation>Als Daten öffnen</translation>
    </message>
    <message>
        <source>Open data</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Daten öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <extracomment>app/pages/export/page.py, app/pages/settings/page.py</extracomment>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Open models folder</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Open preference data</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Präferenzdaten öffnen</translation>
    </message>
    <message>
        <source>Open the collected pairs as data</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Die gesammelten Paare als Daten öffnen</translation>
    </message>
    <message>
        <source>Open the exported folder</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Den exportierten Ordner öffnen</translation>
    </message>
    <message>
        <source>Open the run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Den Lauf öffnen</translation>
    </message>
    <message>
        <source>Open this run</source>
        <extracomment>app/pages/train/sweep_table.py</extracomment>
        <translation>Diesen Lauf öffnen</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <extracomment>app/projects.py</extracomment>
        <translation>{name} wird geöffnet …</translation>
    </message>
    <message>
        <source>Opens the folder that holds the text.</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Öffnet den Ordner, der den Text enthält.</translation>
    </message>
    <message>
        <source>Opens the list of projects</source>
        <extracomment>app/widgets/project_button.py</extracomment>
        <translation>Öffnet die Liste der Projekte</translation>
    </message>
    <message>
        <source>Opens the {page}</source>
        <extracomment>app/widgets/sidebar_item.py</extracomment>
        <translation>Öffnet: {page}</translation>
    </message>
    <message>
        <source>Original</source>
        <extracomment>app/models/vote_table.py</extracomment>
        <translation>Original</translation>
    </message>
    <message>
        <source>Other</source>
        <extracomment>app/widgets/name_dialog.py</extracomment>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Other temperature</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Andere Temperatur</translation>
    </message>
    <message>
        <source>Other…</source>
        <extracomment>app/pages/blind/reason_chips.py</extracomment>
        <translation>Anderer …</translation>
    </message>
    <message>
        <source>Output scores</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Ausgabewerte</translation>
    </message>
    <message>
        <source>Pages</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Pairing</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Paarbildung</translation>
    </message>
    <message>
        <source>Pairs</source>
        <extracomment>app/main_window.py, app/models/example_words.py, app/pages/arena/coverage_card.py, app/pages/arena/picking_view.py, app/pages/pairs/page.py, app/pages/reward_report/dialog.py, app/pages/reward_report/section_table.py, app/pages/runs/details_card.py, app/pages/train/live_view.py</extracomment>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Pairs by length of the prompt</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>Paare nach Länge des Prompts</translation>
    </message>
    <message>
        <source>Pairs by their margins, the lowest first</source>
        <extracomment>app/pages/pairs/margin_list.py</extracomment>
        <translation>Paare nach ihrem Abstand, der kleinste zuerst</translation>
    </message>
    <message>
        <source>Pairs by topic</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>Paare nach Thema</translation>
    </message>
    <message>
        <source>Pairs that were trained on flatter the model; those held back do not</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Paare, mit denen trainiert wurde, schmeicheln dem Modell; zurückgehaltene nicht</translation>
    </message>
    <message>
        <source>Pairs to collect</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Zu sammelnde Paare</translation>
    </message>
    <message>
        <source>Pairs: {name}</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>Paare: {name}</translation>
    </message>
    <message>
        <source>Parameters</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Passes over the data</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Durchgänge durch die Daten</translation>
    </message>
    <message>
        <source>Pause</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Pausieren</translation>
    </message>
    <message>
        <source>Pause or resume training</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Das Training pausieren oder fortsetzen</translation>
    </message>
    <message>
        <source>Paused</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Paused at step {step:,}</source>
        <extracomment>app/models/workflow.py, app/pages/train/outcome_banner.py</extracomment>
        <translation>Pausiert bei Schritt {step:,}</translation>
    </message>
    <message>
        <source>Pausing</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>Pausiert gleich</translation>
    </message>
    <message>
        <source>Pausing is possible once training has begun.</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Pausieren ist möglich, sobald das Training begonnen hat.</translation>
    </message>
    <message>
        <source>Peak about {byte_size} of {byte_size2} free</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Höchstens etwa {byte_size} von {byte_size2} frei</translation>
    </message>
    <message>
        <source>People often prefer the longer reply; what goes beyond the shorter one&apos;s length counts half.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Oft wird die längere Antwort bevorzugt; was über die Länge der kürzeren hinausgeht, zählt halb.</translation>
    </message>
    <message>
        <source>Pick A</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>A wählen</translation>
    </message>
    <message>
        <source>Pick B</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>B wählen</translation>
    </message>
    <message>
        <source>Pick a model</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Modell wählen</translation>
    </message>
    <message>
        <source>Pick a recipe, then press Train</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Rezept wählen, dann Trainieren drücken</translation>
    </message>
    <message>
        <source>Pick the better reply. Each pick is a pair, kept at once.</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Wählen Sie die bessere Antwort. Jede Wahl ist ein Paar und wird sofort gespeichert.</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Plain text with a prompt on each line, JSON lines with a prompt in each, or any preference file. The topic is what JSON lines call group, category, topic or kind, else the file&apos;s name.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Reiner Text mit einem Prompt in jeder Zeile, JSON-Zeilen mit je einem Prompt oder eine beliebige Präferenzdatei. Das Thema ist, was in JSON-Zeilen group, category, topic oder kind heißt, sonst der Name der Datei.</translation>
    </message>
    <message>
        <source>Plans (*.toml)</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Pläne (*.toml)</translation>
    </message>
    <message>
        <source>Plans and settings (*.toml *.yaml *.yml)</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Pläne und Einstellungen (*.toml *.yaml *.yml)</translation>
    </message>
    <message>
        <source>Play a sound</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Ton abspielen</translation>
    </message>
    <message>
        <source>Plot</source>
        <extracomment>app/widgets/chart_plot.py</extracomment>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>Prefer</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Bevorzugen</translation>
    </message>
    <message>
        <source>Prefer the left reply</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Die linke Antwort bevorzugen</translation>
    </message>
    <message>
        <source>Prefer the right reply</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Die rechte Antwort bevorzugen</translation>
    </message>
    <message>
        <source>Preference files (*.jsonl *.json *.ndjson *.csv *.tsv *.parquet *.arrow *.db *.gz *.zst);;All files (*)</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Präferenzdateien (*.jsonl *.json *.ndjson *.csv *.tsv *.parquet *.arrow *.db *.gz *.zst);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Preference pairs from a file</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Präferenzpaare aus einer Datei</translation>
    </message>
    <message>
        <source>Preferences</source>
        <extracomment>app/pages/compare/kept_card.py, app/pages/data/pair_list.py</extracomment>
        <translation>Präferenzen</translation>
    </message>
    <message>
        <source>Preferred</source>
        <extracomment>app/models/vote_table.py, app/pages/compare/reward_row.py</extracomment>
        <translation>Bevorzugt</translation>
    </message>
    <message>
        <source>Preferred in your data</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>In Ihren Daten bevorzugt</translation>
    </message>
    <message>
        <source>Preparing</source>
        <extracomment>app/models/run_words.py, app/models/workflow.py</extracomment>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Preparing the replies</source>
        <extracomment>app/background/arena_job.py, app/background/jobs.py</extracomment>
        <translation>Das Vorbereiten der Antworten</translation>
    </message>
    <message>
        <source>Preparing the replies. The next ones are made while you read.</source>
        <extracomment>app/pages/arena/picking_view.py, app/pages/blind/voting_view.py</extracomment>
        <translation>Die Antworten werden vorbereitet. Die nächsten entstehen, während Sie lesen.</translation>
    </message>
    <message>
        <source>Press Prefer under the better reply: the two become a pair to train on.</source>
        <extracomment>app/pages/compare/kept_card.py</extracomment>
        <translation>Drücken Sie Bevorzugen unter der besseren Antwort: Die beiden werden ein Paar zum Trainieren.</translation>
    </message>
    <message>
        <source>Preview</source>
        <extracomment>app/pages/export/card_panel.py</extracomment>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Previous pair</source>
        <extracomment>app/pages/data/pair_view.py, app/pages/data/pair_work.py</extracomment>
        <translation>Voriges Paar</translation>
    </message>
    <message>
        <source>Privacy</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Prozessor-Threads</translation>
    </message>
    <message>
        <source>Program</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Progress</source>
        <extracomment>app/widgets/chart_words.py</extracomment>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <extracomment>app/pages/train/progress_card.py</extracomment>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Project</source>
        <extracomment>app/widgets/project_button.py</extracomment>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Project {name} (Ctrl P)
{folder}</source>
        <extracomment>app/widgets/project_button.py</extracomment>
        <translation>Projekt {name} (Strg P)
{folder}</translation>
    </message>
    <message>
        <source>Project: {name}</source>
        <extracomment>app/widgets/project_button.py</extracomment>
        <translation>Projekt: {name}</translation>
    </message>
    <message>
        <source>Projects, runs, votes and these settings. DPO_STUDIO_HOME puts it elsewhere.</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Projekte, Läufe, Stimmen und diese Einstellungen. DPO_STUDIO_HOME legt es woanders ab.</translation>
    </message>
    <message>
        <source>Prompt</source>
        <extracomment>app/models/margin_table.py, app/models/pair_table.py, app/models/vote_table.py, app/pages/blind/prompt_card.py, app/pages/compare/prompt_box.py, app/pages/data/prompt_card.py, app/pages/data/reading_columns.py, app/pages/data/reading_preview.py</extracomment>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>Prompt, to edit</source>
        <extracomment>app/pages/compare/prompt_editor.py</extracomment>
        <translation>Prompt, zum Bearbeiten</translation>
    </message>
    <message>
        <source>Prompt, to type</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Prompt, zum Eingeben</translation>
    </message>
    <message>
        <source>Prompt: {text}</source>
        <extracomment>app/widgets/chat_bubble.py</extracomment>
        <translation>Prompt: {text}</translation>
    </message>
    <message>
        <source>Prompts</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/blind/result_view.py, app/pages/blind/setup_view.py</extracomment>
        <translation>Prompts</translation>
    </message>
    <message>
        <source>Prompts of the run&apos;s data that were kept out of training, so the test asks nothing that was learnt.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Prompts aus den Daten des Laufs, die nicht trainiert wurden, damit der Test nichts Gelerntes fragt.</translation>
    </message>
    <message>
        <source>Prompts or preferences (*.jsonl *.json *.txt *.csv *.tsv *.parquet);;All files (*)</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>Prompts oder Präferenzen (*.jsonl *.json *.txt *.csv *.tsv *.parquet);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Prompts to ask</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>Zu stellende Prompts</translation>
    </message>
    <message>
        <source>Prompts with a chosen and a rejected reply: JSON, JSONL, CSV, Parquet and more</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Prompts mit einer bevorzugten und einer abgelehnten Antwort: JSON, JSONL, CSV, Parquet und mehr</translation>
    </message>
    <message>
        <source>Quality</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>Rate</source>
        <extracomment>app/models/run_columns.py, app/pages/train/chart_kinds.py, app/pages/train/sweep_table.py</extracomment>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Read back from disk, every number equals the run&apos;s.</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Vom Datenträger zurückgelesen stimmt jede Zahl mit der des Laufs überein.</translation>
    </message>
    <message>
        <source>Read it otherwise…</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Anders lesen …</translation>
    </message>
    <message>
        <source>Read it so</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>So lesen</translation>
    </message>
    <message>
        <source>Read the file otherwise</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Die Datei anders lesen</translation>
    </message>
    <message>
        <source>Reading</source>
        <extracomment>app/pages/model/convert_panel.py</extracomment>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reading runs, {done:,} of {total:,}</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Läufe werden gelesen, {done:,} von {total:,}</translation>
    </message>
    <message>
        <source>Reading the GGUF</source>
        <extracomment>app/models/model_choice.py</extracomment>
        <translation>Das Lesen der GGUF-Datei</translation>
    </message>
    <message>
        <source>Reading the chat template</source>
        <extracomment>app/models/template_reading.py</extracomment>
        <translation>Das Lesen der Chatvorlage</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <extracomment>app/models/data_work.py, app/pages/data/page.py</extracomment>
        <translation>Das Lesen der Datei</translation>
    </message>
    <message>
        <source>Reading the file, {byte_size} of {byte_size2}</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Die Datei wird gelesen, {byte_size} von {byte_size2}</translation>
    </message>
    <message>
        <source>Reading the last run</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Das Lesen des letzten Laufs</translation>
    </message>
    <message>
        <source>Reading the margins</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Die Abstände werden gelesen</translation>
    </message>
    <message>
        <source>Reading the pairs</source>
        <extracomment>app/models/chat_pairs.py, app/models/reward_report.py</extracomment>
        <translation>Das Lesen der Paare</translation>
    </message>
    <message>
        <source>Reading the pairs&apos; margins</source>
        <extracomment>app/models/pair_margins.py</extracomment>
        <translation>Das Lesen der Abstände der Paare</translation>
    </message>
    <message>
        <source>Reading the plan</source>
        <extracomment>app/models/plan_files.py, app/pages/runs/run_work.py</extracomment>
        <translation>Das Lesen des Plans</translation>
    </message>
    <message>
        <source>Reading the prompts</source>
        <extracomment>app/models/arena_setup.py, app/models/blind_setup.py</extracomment>
        <translation>Das Lesen der Prompts</translation>
    </message>
    <message>
        <source>Reading the rows</source>
        <extracomment>app/models/reading_choice.py</extracomment>
        <translation>Das Lesen der Zeilen</translation>
    </message>
    <message>
        <source>Reading the run</source>
        <extracomment>app/models/export.py, app/models/run_opening.py</extracomment>
        <translation>Das Lesen des Laufs</translation>
    </message>
    <message>
        <source>Reading the runs&apos; curves</source>
        <extracomment>app/models/run_overlay.py</extracomment>
        <translation>Das Lesen der Kurven der Läufe</translation>
    </message>
    <message>
        <source>Reading the template…</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Vorlage wird gelesen …</translation>
    </message>
    <message>
        <source>Reading the votes</source>
        <extracomment>app/models/blind_test.py</extracomment>
        <translation>Das Lesen der Stimmen</translation>
    </message>
    <message>
        <source>Reading what was collected</source>
        <extracomment>app/models/arena.py</extracomment>
        <translation>Das Lesen der gesammelten Paare</translation>
    </message>
    <message>
        <source>Reading, {pair_count:,} pairs</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>Liest, {pair_count:,} Paare</translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py</extracomment>
        <translation>Liest …</translation>
    </message>
    <message>
        <source>Ready</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Bereit zum Training</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <extracomment>app/pages/blind/reason_chips.py</extracomment>
        <translation>Grund in eigenen Worten</translation>
    </message>
    <message>
        <source>Recipe to begin with</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Rezept zum Beginnen</translation>
    </message>
    <message>
        <source>Redo</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Redo the last edit</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Die letzte Änderung wiederholen</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>Reference</source>
        <extracomment>app/pages/train/reference_card.py</extracomment>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Reference card</source>
        <extracomment>app/pages/train/reference_card.py</extracomment>
        <translation>Referenzkarte</translation>
    </message>
    <message>
        <source>Refusing too much is the usual side effect; read more of its replies.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Zu viel abzulehnen ist die übliche Nebenwirkung; lesen Sie mehr von seinen Antworten.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <extracomment>app/models/example_words.py, app/pages/data/reading_preview.py, app/pages/data/reply_card.py, app/pages/runs/overlay_kinds.py</extracomment>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Rejected reply</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Abgelehnte Antwort</translation>
    </message>
    <message>
        <source>Reliability</source>
        <extracomment>app/pages/reward_report/result_view.py</extracomment>
        <translation>Verlässlichkeit</translation>
    </message>
    <message>
        <source>Reliability of the rewards</source>
        <extracomment>app/pages/reward_report/reliability_chart.py</extracomment>
        <translation>Verlässlichkeit der Rewards</translation>
    </message>
    <message>
        <source>Remove</source>
        <extracomment>app/widgets/folder_list.py</extracomment>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <extracomment>app/pages/runs/action_bar.py, app/projects.py</extracomment>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename the project</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Das Projekt umbenennen</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Den Lauf umbenennen</translation>
    </message>
    <message>
        <source>Repetition penalty</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Wiederholungsstrafe</translation>
    </message>
    <message>
        <source>Replies</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/blind/setup_view.py</extracomment>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Replies differ by</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Unterschied der Antworten</translation>
    </message>
    <message>
        <source>Replies {side} training by their reward</source>
        <extracomment>app/pages/compare/candidate_row.py</extracomment>
        <translation>Antworten {side} dem Training nach ihrem Reward</translation>
    </message>
    <message>
        <source>Reply</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reply A</source>
        <extracomment>app/models/vote_table.py, app/pages/data/reading_columns.py</extracomment>
        <translation>Antwort A</translation>
    </message>
    <message>
        <source>Reply B</source>
        <extracomment>app/models/vote_table.py, app/pages/data/reading_columns.py</extracomment>
        <translation>Antwort B</translation>
    </message>
    <message>
        <source>Reply length</source>
        <extracomment>app/pages/data/length_card.py</extracomment>
        <translation>Länge der Antworten</translation>
    </message>
    <message>
        <source>Reply lengths</source>
        <extracomment>app/pages/data/length_card.py</extracomment>
        <translation>Längen der Antworten</translation>
    </message>
    <message>
        <source>Reply {cut} was</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Antwort {cut} wurde</translation>
    </message>
    <message>
        <source>Reply {letter}</source>
        <extracomment>app/pages/blind/reply_pane.py</extracomment>
        <translation>Antwort {letter}</translation>
    </message>
    <message>
        <source>Reply {letter}, made better</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Antwort {letter}, verbessert</translation>
    </message>
    <message>
        <source>Reply {side} training</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Antwort {side} dem Training</translation>
    </message>
    <message>
        <source>Reply {side} training, token by token</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Antwort {side} dem Training, Token für Token</translation>
    </message>
    <message>
        <source>Reply, to write</source>
        <extracomment>app/pages/arena/reply_editor.py</extracomment>
        <translation>Antwort, zum Schreiben</translation>
    </message>
    <message>
        <source>Report on all pairs of the open file instead; of pairs that were trained on it flatters.</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Berichten Sie stattdessen über alle Paare der offenen Datei; bei Paaren, mit denen trainiert wurde, schmeichelt er.</translation>
    </message>
    <message>
        <source>Report on other pairs</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Über andere Paare berichten</translation>
    </message>
    <message>
        <source>Reset</source>
        <extracomment>app/pages/compare/sampling_panel.py, app/pages/train/knobs_card.py</extracomment>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Restore</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Restore it from the system&apos;s bin.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>Stellen Sie ihn aus dem Papierkorb des Systems wieder her.</translation>
    </message>
    <message>
        <source>Restored</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Wiederhergestellt:</translation>
    </message>
    <message>
        <source>Restoring runs</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>Das Wiederherstellen von Läufen</translation>
    </message>
    <message>
        <source>Result</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Result of the blind test</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Ergebnis des Blindtests</translation>
    </message>
    <message>
        <source>Resume</source>
        <extracomment>app/pages/runs/action_bar.py, app/pages/train/live_view.py, app/pages/train/outcome_banner.py</extracomment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Resume it, or choose another run.</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Setzen Sie ihn fort, oder wählen Sie einen anderen Lauf.</translation>
    </message>
    <message>
        <source>Resume the run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Den Lauf fortsetzen</translation>
    </message>
    <message>
        <source>Resuming the run</source>
        <extracomment>app/background/jobs.py</extracomment>
        <translation>Das Fortsetzen des Laufs</translation>
    </message>
    <message>
        <source>Reward</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Reward</translation>
    </message>
    <message>
        <source>Reward margin</source>
        <extracomment>app/pages/runs/overlay_kinds.py, app/pages/train/chart_kinds.py</extracomment>
        <translation>Reward-Abstand</translation>
    </message>
    <message>
        <source>Reward of chosen replies</source>
        <extracomment>app/pages/runs/overlay_kinds.py</extracomment>
        <translation>Reward bevorzugter Antworten</translation>
    </message>
    <message>
        <source>Reward of rejected replies</source>
        <extracomment>app/pages/runs/overlay_kinds.py</extracomment>
        <translation>Reward abgelehnter Antworten</translation>
    </message>
    <message>
        <source>Reward report of the run</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Reward-Bericht des Laufs</translation>
    </message>
    <message>
        <source>Reward report of the selected run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Reward-Bericht des gewählten Laufs</translation>
    </message>
    <message>
        <source>Reward report…</source>
        <extracomment>app/pages/runs/details_card.py, app/pages/train/outcome_banner.py</extracomment>
        <translation>Reward-Bericht…</translation>
    </message>
    <message>
        <source>Reward {signed_number}</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>Reward {signed_number}</translation>
    </message>
    <message>
        <source>Rewards</source>
        <extracomment>app/pages/data/reward_line.py, app/pages/train/chart_kinds.py</extracomment>
        <translation>Rewards</translation>
    </message>
    <message>
        <source>Rewards are beta times a log-ratio: of runs with different betas, compare accuracies instead.</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Rewards sind beta mal ein Log-Verhältnis: Vergleichen Sie bei Läufen mit verschiedenem beta lieber die Trefferquoten.</translation>
    </message>
    <message>
        <source>Right</source>
        <extracomment>app/pages/compare/pane_head.py</extracomment>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Right</source>
        <comment>how often rewards are</comment>
        <extracomment>app/pages/reward_report/reliability_chart.py, app/pages/reward_report/section_table.py</extracomment>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Rises to {top}, {schedule} schedule over {steps} steps</source>
        <extracomment>app/pages/train/setting_pictures.py</extracomment>
        <translation>Steigt auf {top}, Verlauf {schedule} über {steps} Schritte</translation>
    </message>
    <message>
        <source>Round-trip verified</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Zurückgelesen und geprüft</translation>
    </message>
    <message>
        <source>Row in the file</source>
        <extracomment>app/models/margin_table.py, app/models/pair_table.py</extracomment>
        <translation>Zeile in der Datei</translation>
    </message>
    <message>
        <source>Row {row:,}</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Zeile {row:,}</translation>
    </message>
    <message>
        <source>Row {row:,}: {reason}</source>
        <extracomment>app/pages/data/left_out.py</extracomment>
        <translation>Zeile {row:,}: {reason}</translation>
    </message>
    <message>
        <source>Run</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Run name</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Name des Laufs</translation>
    </message>
    <message>
        <source>Run on</source>
        <extracomment>app/pages/model/page.py, app/settings.py</extracomment>
        <translation>Läuft auf</translation>
    </message>
    <message>
        <source>Running</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Runs</source>
        <extracomment>app/main_window.py, app/pages/runs/page.py, app/pages/runs/run_list.py</extracomment>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Runs on this computer</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>Läuft auf diesem Computer</translation>
    </message>
    <message>
        <source>Safety</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Sample replies</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Probeantworten</translation>
    </message>
    <message>
        <source>Samples</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Sampling</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>Save</source>
        <extracomment>app/pages/data/pair_actions.py, app/pages/train/ready_panel.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <extracomment>app/pages/data/copy_work.py, app/pages/data/page.py</extracomment>
        <translation>Kopie speichern</translation>
    </message>
    <message>
        <source>Save a copy of the pairs</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Eine Kopie der Paare speichern</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <extracomment>app/pages/compare/kept_card.py</extracomment>
        <translation>Markdown speichern</translation>
    </message>
    <message>
        <source>Save as pairs</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Als Paare speichern</translation>
    </message>
    <message>
        <source>Save plan</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Save report</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Save report…</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Save the chart as {kind}</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>Das Diagramm als {kind} speichern</translation>
    </message>
    <message>
        <source>Save the chat</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Den Chat speichern</translation>
    </message>
    <message>
        <source>Save the list of runs</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>Die Liste der Läufe speichern</translation>
    </message>
    <message>
        <source>Save the list of runs as CSV</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Die Liste der Läufe als CSV speichern</translation>
    </message>
    <message>
        <source>Save the metrics</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>Die Messwerte speichern</translation>
    </message>
    <message>
        <source>Save the metrics of runs as CSV</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Die Messwerte der Läufe als CSV speichern</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Den Plan speichern</translation>
    </message>
    <message>
        <source>Save the report</source>
        <extracomment>app/pages/blind/page.py, app/pages/reward_report/dialog.py</extracomment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Save {kind}…</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>{kind} speichern …</translation>
    </message>
    <message>
        <source>Saved</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Gespeichert:</translation>
    </message>
    <message>
        <source>Saved at step {saved_step:,}</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Gespeichert bei Schritt {saved_step:,}</translation>
    </message>
    <message>
        <source>Saved in its warm-up</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Beim Aufwärmen gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>Saved {count:,} event files. TensorBoard reads them with --logdir {name}.</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>
            <numerusform>{count:,} Ereignisdatei gespeichert. TensorBoard liest sie mit --logdir {name}.</numerusform>
            <numerusform>{count:,} Ereignisdateien gespeichert. TensorBoard liest sie mit --logdir {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>{name} gespeichert</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <extracomment>app/pages/runs/run_exports.py, app/widgets/chart_menu.py</extracomment>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Saving</source>
        <extracomment>app/models/run_words.py, app/pages/blind/page.py</extracomment>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Saving the chat</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Das Speichern des Chats</translation>
    </message>
    <message>
        <source>Saving the copy</source>
        <extracomment>app/models/saved_copy.py, app/pages/data/copy_work.py</extracomment>
        <translation>Das Speichern der Kopie</translation>
    </message>
    <message>
        <source>Saving the edits</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Das Speichern der Änderungen</translation>
    </message>
    <message>
        <source>Saving the report</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <extracomment>app/main_window.py, app/pages/train/live_view.py</extracomment>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>Say so when a run ends</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Melden, wenn ein Lauf endet</translation>
    </message>
    <message>
        <source>Say that both are bad</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Beide sind schlecht</translation>
    </message>
    <message>
        <source>Say that both are the same</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Beide sind gleich</translation>
    </message>
    <message>
        <source>Say what its columns are</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Sagen, was ihre Spalten sind</translation>
    </message>
    <message>
        <source>Say why one reply is better, then vote. R goes from reason to reason, Space chooses.</source>
        <extracomment>app/pages/blind/reason_chips.py</extracomment>
        <translation>Sagen Sie, warum eine Antwort besser ist, und stimmen Sie dann ab. R geht von Grund zu Grund, die Leertaste wählt.</translation>
    </message>
    <message>
        <source>Score the pairs</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Paare bewerten</translation>
    </message>
    <message>
        <source>Score with the original</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Mit dem Original bewerten</translation>
    </message>
    <message>
        <source>Scoring the pairs</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Paare bewerten</translation>
    </message>
    <message>
        <source>Search</source>
        <extracomment>app/widgets/search_field.py</extracomment>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search prompts and replies</source>
        <extracomment>app/pages/data/pair_list.py, app/pages/pairs/margin_list.py</extracomment>
        <translation>Prompts und Antworten durchsuchen</translation>
    </message>
    <message>
        <source>Search runs</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Läufe durchsuchen</translation>
    </message>
    <message>
        <source>Search the manual</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Das Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Search the pairs</source>
        <extracomment>app/pages/data/page.py, app/pages/pairs/page.py</extracomment>
        <translation>Die Paare durchsuchen</translation>
    </message>
    <message>
        <source>Search the runs</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Die Läufe durchsuchen</translation>
    </message>
    <message>
        <source>Searching</source>
        <extracomment>app/models/data_work.py, app/pages/data/pair_list.py</extracomment>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Searching, {share:.0%}</source>
        <extracomment>app/pages/data/pair_list.py</extracomment>
        <translation>Suche, {share:.0%}</translation>
    </message>
    <message>
        <source>Seed</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Select a folder first.</source>
        <extracomment>app/widgets/folder_list.py</extracomment>
        <translation>Wählen Sie zuerst einen Ordner aus.</translation>
    </message>
    <message>
        <source>Send</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sep</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>Sep.</translation>
    </message>
    <message>
        <source>Set up</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Set up the Arena</source>
        <extracomment>app/pages/arena/page.py, app/pages/arena/setup_view.py</extracomment>
        <translation>Arena einrichten</translation>
    </message>
    <message>
        <source>Sets what suits it; every setting can be changed afterwards</source>
        <extracomment>app/pages/train/purpose_row.py</extracomment>
        <translation>Setzt, was dazu passt; jede Einstellung kann danach geändert werden</translation>
    </message>
    <message>
        <source>Setting</source>
        <extracomment>app/models/comparison_table.py</extracomment>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Settings</source>
        <extracomment>app/main_window.py, app/pages/settings/page.py, app/pages/train/knobs_card.py</extracomment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settings of the chat</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Einstellungen des Chats</translation>
    </message>
    <message>
        <source>Settings of the next run</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Einstellungen des nächsten Laufs</translation>
    </message>
    <message>
        <source>Settings of {program} taken</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Einstellungen von {program} übernommen</translation>
    </message>
    <message>
        <source>Settings of {title} taken</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Einstellungen aus {title} übernommen</translation>
    </message>
    <message>
        <source>Share held back for evaluation</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>Anteil, der für den Test zurückgehalten wird</translation>
    </message>
    <message>
        <source>Shift</source>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Short can also mean broken off; read more of its replies as it learns.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Kurz kann auch abgebrochen heißen; lesen Sie mehr von seinen Antworten, während es lernt.</translation>
    </message>
    <message>
        <source>Shorter replies that still answer.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Kürzere Antworten, die trotzdem antworten.</translation>
    </message>
    <message>
        <source>Show all</source>
        <extracomment>app/pages/model/found_card.py, app/pages/pairs/margin_list.py, app/pages/runs/run_list.py, app/pages/runs/side_view.py</extracomment>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Show all charts</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Alle Diagramme zeigen</translation>
    </message>
    <message>
        <source>Show all {total}</source>
        <extracomment>app/pages/runs/side_view.py</extracomment>
        <translation>Alle {total} zeigen</translation>
    </message>
    <message>
        <source>Show as table…</source>
        <extracomment>app/widgets/chart_menu.py</extracomment>
        <translation>Als Tabelle zeigen …</translation>
    </message>
    <message>
        <source>Show both replies as they were written</source>
        <extracomment>app/pages/blind/reply_panes.py</extracomment>
        <translation>Beide Antworten zeigen, wie sie geschrieben wurden</translation>
    </message>
    <message>
        <source>Show both replies as they were written, marks included (M)</source>
        <extracomment>app/pages/blind/reply_panes.py</extracomment>
        <translation>Beide Antworten zeigen, wie sie geschrieben wurden, mit Zeichen (M)</translation>
    </message>
    <message>
        <source>Show details</source>
        <extracomment>app/widgets/banner.py</extracomment>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Seinen Ordner zeigen</translation>
    </message>
    <message>
        <source>Show or hide the pair&apos;s rewards</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Die Rewards des Paars zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show or hide tokens</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Token zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Show replies as written, or formatted</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py, app/pages/compare/page.py</extracomment>
        <translation>Antworten zeigen wie geschrieben oder formatiert</translation>
    </message>
    <message>
        <source>Show result so far</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>Bisheriges Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Show samples as written, or formatted</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Proben zeigen wie geschrieben oder formatiert</translation>
    </message>
    <message>
        <source>Show the axis from 0%</source>
        <extracomment>app/pages/reward_report/reliability_chart.py</extracomment>
        <translation>Achse ab 0 % zeigen</translation>
    </message>
    <message>
        <source>Show the last result</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Das letzte Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Show the replies as they were written</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Die Antworten zeigen, wie sie geschrieben wurden</translation>
    </message>
    <message>
        <source>Show the replies as they were written, marks included (M)</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Die Antworten zeigen, wie sie geschrieben wurden, mit Zeichen (M)</translation>
    </message>
    <message>
        <source>Show the reply as it was written</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Die Antwort zeigen, wie sie geschrieben wurde</translation>
    </message>
    <message>
        <source>Show the reply as it was written, marks included (M)</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Die Antwort zeigen, wie sie geschrieben wurde, mit Zeichen (M)</translation>
    </message>
    <message>
        <source>Show the settings for the next run</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Die Einstellungen für den nächsten Lauf zeigen</translation>
    </message>
    <message>
        <source>Show the whole run</source>
        <extracomment>app/pages/train/chart_choice.py, app/widgets/chart_words.py</extracomment>
        <translation>Den ganzen Lauf zeigen</translation>
    </message>
    <message>
        <source>Show the whole run in the charts</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Den ganzen Lauf in den Diagrammen zeigen</translation>
    </message>
    <message>
        <source>Show what the model read</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Zeigen, was das Modell gelesen hat</translation>
    </message>
    <message>
        <source>Show {differing} that differ</source>
        <extracomment>app/pages/runs/side_view.py</extracomment>
        <translation>{differing} abweichende zeigen</translation>
    </message>
    <message>
        <source>Showing the model&apos;s text</source>
        <extracomment>app/background/jobs.py</extracomment>
        <translation>Das Anzeigen des Modelltexts</translation>
    </message>
    <message>
        <source>Shows {home} in the system&apos;s file manager.</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Zeigt {home} in der Dateiverwaltung des Systems.</translation>
    </message>
    <message>
        <source>Skip</source>
        <extracomment>app/pages/arena/pick_controls.py, app/pages/blind/voting_view.py</extracomment>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skip this prompt</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py</extracomment>
        <translation>Diesen Prompt überspringen</translation>
    </message>
    <message>
        <source>Small corrections; a bad pair does little harm.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Kleine Korrekturen; ein schlechtes Paar schadet wenig.</translation>
    </message>
    <message>
        <source>Small, careful change. Keeps the model close to how it is now.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Kleine, vorsichtige Änderung. Hält das Modell nah an seinem jetzigen Zustand.</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Smoothing of the curves</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Glättung der Kurven</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <extracomment>app/error_report.py</extracomment>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>Something went wrong that nobody foresaw</source>
        <extracomment>app/error_report.py</extracomment>
        <translation>Etwas ist schiefgegangen, das niemand vorhergesehen hat</translation>
    </message>
    <message>
        <source>Sort runs by {title}</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Läufe sortieren nach {title}</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>key</comment>
        <extracomment>app/language/keys.py</extracomment>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Space marks a run, Enter opens it, F2 renames it, Del deletes it</source>
        <extracomment>app/pages/runs/run_list.py</extracomment>
        <translation>Leertaste markiert einen Lauf, Eingabe öffnet ihn, F2 benennt ihn um, Entf löscht ihn</translation>
    </message>
    <message>
        <source>Speed</source>
        <extracomment>app/pages/train/progress_card.py</extracomment>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Split</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Star the run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Dem Lauf einen Stern geben</translation>
    </message>
    <message>
        <source>Starred</source>
        <extracomment>app/models/run_columns.py, app/pages/runs/action_bar.py</extracomment>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Start a blind test</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Einen Blindtest beginnen</translation>
    </message>
    <message>
        <source>Start a run with these settings</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Einen Lauf mit diesen Einstellungen starten</translation>
    </message>
    <message>
        <source>Start here</source>
        <extracomment>app/pages/train/recipe_cards.py</extracomment>
        <translation>Hier beginnen</translation>
    </message>
    <message>
        <source>Start sweep</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Reihe starten</translation>
    </message>
    <message>
        <source>Started</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Starting</source>
        <extracomment>app/models/run.py</extracomment>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Starting the engine</source>
        <extracomment>app/background/run_thread.py</extracomment>
        <translation>Das Starten der Engine</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>app/pages/train/sweep_table.py</extracomment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Status</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stay here</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Step</source>
        <extracomment>app/pages/train/progress_card.py, app/widgets/chart_words.py</extracomment>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step of the sample</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Schritt der Probe</translation>
    </message>
    <message>
        <source>Step {number}: {title}. {text}</source>
        <extracomment>app/pages/data/welcome_card.py</extracomment>
        <translation>Schritt {number}: {title}. {text}</translation>
    </message>
    <message>
        <source>Step {step:,} of {total_steps:,}</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>Schritt {step:,} von {total_steps:,}</translation>
    </message>
    <message>
        <source>Step {step:,}: </source>
        <extracomment>app/pages/train/alarm_banner.py</extracomment>
        <translation>Schritt {step:,}: </translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>app/models/run_columns.py, app/pages/runs/details_card.py, app/pages/train/ready_panel.py</extracomment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stop</source>
        <extracomment>app/pages/compare/prompt_box.py, app/pages/data/pair_list.py</extracomment>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <extracomment>app/main_window.py, app/pages/train/live_view.py</extracomment>
        <translation>Anhalten und speichern</translation>
    </message>
    <message>
        <source>Stop both replies</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Beide Antworten anhalten</translation>
    </message>
    <message>
        <source>Stop it there first.</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>Halten Sie ihn dort zuerst an.</translation>
    </message>
    <message>
        <source>Stop the check</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Stop training and save</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Das Training anhalten und speichern</translation>
    </message>
    <message>
        <source>Stop training and save?</source>
        <extracomment>app/main_window.py, app/pages/train/live_view.py</extracomment>
        <translation>Training anhalten und speichern?</translation>
    </message>
    <message>
        <source>Stopped</source>
        <extracomment>app/models/run_columns.py, app/models/run_words.py</extracomment>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Stopped at step {step:,} of {total_steps:,} and saved</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Bei Schritt {step:,} von {total_steps:,} angehalten und gespeichert</translation>
    </message>
    <message>
        <source>Stopped before the first step</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Vor dem ersten Schritt angehalten</translation>
    </message>
    <message>
        <source>Stopped by an error</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>Durch einen Fehler beendet</translation>
    </message>
    <message>
        <source>Stopped in its warm-up and saved</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Beim Aufwärmen angehalten und gespeichert</translation>
    </message>
    <message>
        <source>Stored as</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Strong</source>
        <extracomment>app/models/recipes.py, app/settings.py</extracomment>
        <translation>Kräftig</translation>
    </message>
    <message>
        <source>Such as topic, or meta.topic; may stay empty</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Etwa topic oder meta.topic; darf leer bleiben</translation>
    </message>
    <message>
        <source>Sure</source>
        <extracomment>app/pages/reward_report/section_table.py</extracomment>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Suspected</source>
        <extracomment>app/pages/pairs/margin_list.py</extracomment>
        <translation>Verdächtig</translation>
    </message>
    <message>
        <source>Swap the chosen and the rejected reply</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Die bevorzugte und die abgelehnte Antwort vertauschen</translation>
    </message>
    <message>
        <source>Swap the two replies</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Die beiden Antworten vertauschen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Sweep, run {number} of {points}: {values}</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>Reihe, Lauf {number} von {points}: {values}</translation>
    </message>
    <message>
        <source>Switch project</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Projekt wechseln</translation>
    </message>
    <message>
        <source>System</source>
        <extracomment>app/pages/blind/prompt_card.py, app/pages/data/prompt_card.py, app/settings.py, app/widgets/theme_button.py</extracomment>
        <translation>System</translation>
    </message>
    <message>
        <source>System message</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Systemnachricht</translation>
    </message>
    <message>
        <source>System message, set</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Systemnachricht, gesetzt</translation>
    </message>
    <message>
        <source>System prompt</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Systemprompt</translation>
    </message>
    <message>
        <source>Table</source>
        <extracomment>app/pages/reward_report/result_view.py, app/widgets/block_table.py</extracomment>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <extracomment>app/pages/runs/run_exports.py, app/widgets/chart_menu.py</extracomment>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Tags</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Schlagwörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Schlagwörter: {tags}</translation>
    </message>
    <message>
        <source>Take a model from anywhere on this computer</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Ein Modell von irgendwo auf diesem Computer nehmen</translation>
    </message>
    <message>
        <source>Take all marks of runs away</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Alle Markierungen von Läufen entfernen</translation>
    </message>
    <message>
        <source>Take it out</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take the result along</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Das Ergebnis mitnehmen</translation>
    </message>
    <message>
        <source>Take the settings of a plan, or of a YAML file for TRL or LLaMA-Factory</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Die Einstellungen eines Plans oder einer YAML-Datei für TRL oder LLaMA-Factory übernehmen</translation>
    </message>
    <message>
        <source>Take this back</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take {name} out of the list?</source>
        <extracomment>app/projects.py</extracomment>
        <translation>{name} aus der Liste nehmen?</translation>
    </message>
    <message>
        <source>Teach a model which replies you prefer</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Zeigen Sie einem Modell, welche Antworten Sie bevorzugen</translation>
    </message>
    <message>
        <source>Teal became likelier through training, orange less likely. Point at a word, or step with ← and →.</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Türkis wurde durch das Training wahrscheinlicher, Orange unwahrscheinlicher. Zeigen Sie auf ein Wort, oder gehen Sie mit ← und → weiter.</translation>
    </message>
    <message>
        <source>Teal: likelier now, orange: less.</source>
        <extracomment>app/pages/data/reward_line.py</extracomment>
        <translation>Türkis: jetzt wahrscheinlicher, Orange: weniger.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/compare/sampling_panel.py</extracomment>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Template chosen</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Vorlage gewählt</translation>
    </message>
    <message>
        <source>TensorBoard event files of {which}…</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>Ereignisdateien für TensorBoard von {which} …</translation>
    </message>
    <message>
        <source>Terms and forms need more room than a tone.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Begriffe und Formen brauchen mehr Raum als ein Ton.</translation>
    </message>
    <message>
        <source>Text size</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Text size {size}% from the next start on.</source>
        <extracomment>app/application.py</extracomment>
        <translation>Textgröße {size} % ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The adapter from step {step:,} is saved as {name}. You can go on from there later.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Der Adapter von Schritt {step:,} wird als {name} gespeichert. Später können Sie dort weitermachen.</translation>
    </message>
    <message>
        <source>The arrow keys move it, Home puts it back.</source>
        <extracomment>app/widgets/splitter.py</extracomment>
        <translation>Die Pfeiltasten bewegen sie, Pos1 stellt sie zurück.</translation>
    </message>
    <message>
        <source>The best checkpoint, of step {kept:,}, is kept. </source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Der beste Zwischenstand, von Schritt {kept:,}, wird behalten. </translation>
    </message>
    <message>
        <source>The built-in pairs, model and settings</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Die eingebauten Paare, das Modell und die Einstellungen</translation>
    </message>
    <message>
        <source>The chat as it was before a turn was asked again, or before the new chat</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Der Chat, wie er war, bevor eine Runde neu gefragt wurde oder der neue Chat begann</translation>
    </message>
    <message>
        <source>The chat is saved as {name}.</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Der Chat ist als {name} gespeichert.</translation>
    </message>
    <message>
        <source>The choice holds until the window closes.</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Die Wahl gilt, bis das Fenster geschlossen wird.</translation>
    </message>
    <message>
        <source>The chosen model</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Das gewählte Modell</translation>
    </message>
    <message>
        <source>The collected pairs on the Data page, ready to train on</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Die gesammelten Paare auf der Datenseite, bereit zum Training</translation>
    </message>
    <message>
        <source>The column of the file that tells groups of pairs apart</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Die Spalte der Datei, die Gruppen von Paaren unterscheidet</translation>
    </message>
    <message>
        <source>The computer does not go to sleep by itself while a run is under way; a paused run lets it.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Der Computer geht nicht von selbst schlafen, während ein Lauf im Gange ist; ein pausierter Lauf lässt ihn.</translation>
    </message>
    <message>
        <source>The conversation in the model&apos;s chat template</source>
        <extracomment>app/pages/compare/prompt_text_dialog.py</extracomment>
        <translation>Die Unterhaltung in der Chatvorlage des Modells</translation>
    </message>
    <message>
        <source>The corrected reply is chosen over the other one</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Die korrigierte Antwort wird der anderen vorgezogen</translation>
    </message>
    <message>
        <source>The current run in detail, or what differs between the marked runs</source>
        <extracomment>app/pages/runs/side_view.py</extracomment>
        <translation>Der aktuelle Lauf im Einzelnen oder was sich zwischen den markierten unterscheidet</translation>
    </message>
    <message>
        <source>The curve begins with the first step</source>
        <extracomment>app/pages/train/charts.py</extracomment>
        <translation>Die Kurve beginnt mit dem ersten Schritt</translation>
    </message>
    <message>
        <source>The curves of the run, or replies written along the way</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Die Kurven des Laufs oder Antworten, die unterwegs geschrieben wurden</translation>
    </message>
    <message>
        <source>The demo trains in about a minute, even without a GPU. No pairs yet? A model answers twice, and you pick.</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Die Demo trainiert in etwa einer Minute, auch ohne GPU. Noch keine Paare? Ein Modell antwortet zweimal, und Sie wählen.</translation>
    </message>
    <message>
        <source>The edits in them are not made; all others stand. </source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Die Änderungen darin werden nicht gemacht; alle anderen gelten. </translation>
    </message>
    <message>
        <source>The export</source>
        <extracomment>app/background/jobs.py</extracomment>
        <translation>Der Export</translation>
    </message>
    <message>
        <source>The fastest device of this computer is taken.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Das schnellste Gerät dieses Computers wird genommen.</translation>
    </message>
    <message>
        <source>The file is still being read.</source>
        <extracomment>app/pages/data/copy_work.py, app/pages/data/page.py, app/pages/data/pair_actions.py</extracomment>
        <translation>Die Datei wird noch gelesen.</translation>
    </message>
    <message>
        <source>The file&apos;s column that holds it</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Die Spalte der Datei, die es enthält</translation>
    </message>
    <message>
        <source>The file&apos;s own</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Die der Datei</translation>
    </message>
    <message>
        <source>The first rows give no pair when they are read so.</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>So gelesen ergeben die ersten Zeilen kein Paar.</translation>
    </message>
    <message numerus="yes">
        <source>The first {count:,} rows give {found}.</source>
        <extracomment>app/pages/data/reading_preview.py</extracomment>
        <translation>
            <numerusform>Die erste Zeile ergibt {found}.</numerusform>
            <numerusform>Die ersten {count:,} Zeilen ergeben {found}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder may be gone, full or write-protected. Save it somewhere else.</source>
        <extracomment>app/widgets/chart_export.py</extracomment>
        <translation>Der Ordner ist vielleicht weg, voll oder schreibgeschützt. Speichern Sie woanders.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Der Ordner {folder} kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The forecast</source>
        <extracomment>app/models/outlook.py</extracomment>
        <translation>Die Vorhersage</translation>
    </message>
    <message>
        <source>The implicit reward: beta times how much likelier {training} made this reply, in nats</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Der implizite Reward: beta mal wie viel wahrscheinlicher {training} diese Antwort gemacht hat, in nats</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <extracomment>app/application.py</extracomment>
        <translation>Die Sprache ändert sich mit dem nächsten Start.</translation>
    </message>
    <message>
        <source>The last thing the person said</source>
        <extracomment>app/models/margin_table.py, app/models/pair_table.py</extracomment>
        <translation>Was die Person zuletzt gesagt hat</translation>
    </message>
    <message>
        <source>The list of all runs as CSV…</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>Die Liste aller Läufe als CSV …</translation>
    </message>
    <message>
        <source>The loss that was minimised</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Der Loss, der minimiert wurde</translation>
    </message>
    <message>
        <source>The manual&apos;s files are missing from this installation. Install DPO Studio again to get them back.</source>
        <extracomment>app/help.py</extracomment>
        <translation>Die Dateien des Handbuchs fehlen in dieser Installation. Installieren Sie DPO Studio neu, um sie zurückzubekommen.</translation>
    </message>
    <message>
        <source>The manual, opened where this page is explained</source>
        <extracomment>app/help.py</extracomment>
        <translation>Das Handbuch, aufgeschlagen bei dieser Seite</translation>
    </message>
    <message>
        <source>The model answers each prompt twice, and you pick the better reply without knowing which is which. Each pick is a pair to train on. Correct the better reply, and the pair says most.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Das Modell beantwortet jeden Prompt zweimal, und Sie wählen die bessere Antwort, ohne zu wissen, welche welche ist. Jede Wahl ist ein Paar zum Trainieren. Verbessern Sie die bessere Antwort, dann sagt das Paar am meisten.</translation>
    </message>
    <message>
        <source>The model answers some held-back prompts before the first step, and again every {every} steps.</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Das Modell beantwortet einige zurückgehaltene Prompts vor dem ersten Schritt und wieder alle {every} Schritte.</translation>
    </message>
    <message>
        <source>The model as it is now is the reference</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Das Modell, wie es jetzt ist, ist die Referenz</translation>
    </message>
    <message>
        <source>The model is training. Pause the run to talk to it.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Das Modell trainiert. Pausieren Sie den Lauf, um mit ihm zu reden.</translation>
    </message>
    <message>
        <source>The model is training. Pause the run, or wait for its end, to see rewards.</source>
        <extracomment>app/models/pair_rewards.py</extracomment>
        <translation>Das Modell trainiert. Pausieren Sie den Lauf oder warten Sie auf sein Ende, um Rewards zu sehen.</translation>
    </message>
    <message>
        <source>The most that training has used so far.</source>
        <extracomment>app/pages/train/usage_foot.py</extracomment>
        <translation>So viel hat das Training bisher höchstens belegt.</translation>
    </message>
    <message>
        <source>The open file has single replies with thumbs, and a report compares the two replies of pairs.</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>Die offene Datei hat einzelne Antworten mit Daumen, und ein Bericht vergleicht die zwei Antworten von Paaren.</translation>
    </message>
    <message>
        <source>The open file holds replies with thumbs, and of the losses only KTO takes them.</source>
        <extracomment>app/pages/train/loss_rows.py</extracomment>
        <translation>Die offene Datei enthält Antworten mit Daumen, und von den Losses nimmt sie nur KTO.</translation>
    </message>
    <message>
        <source>The original files are never changed</source>
        <extracomment>app/models/readiness.py, app/pages/train/ready_panel.py</extracomment>
        <translation>Die Originaldateien werden nie geändert</translation>
    </message>
    <message>
        <source>The original, a run, or one of its checkpoints</source>
        <extracomment>app/pages/arena/setup_view.py, app/pages/compare/pane_head.py</extracomment>
        <translation>Das Original, ein Lauf oder einer seiner Zwischenstände</translation>
    </message>
    <message>
        <source>The others, with their rewards; choose one to have it instead</source>
        <extracomment>app/pages/compare/candidate_row.py</extracomment>
        <translation>Die anderen mit ihren Rewards; wählen Sie eine, um sie stattdessen zu nehmen</translation>
    </message>
    <message>
        <source>The pair stays as it was.</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Das Paar bleibt, wie es war.</translation>
    </message>
    <message>
        <source>The paused run lends its own model only: choose the original or this run, or wait until it has ended.</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Der pausierte Lauf leiht nur sein eigenes Modell: Wählen Sie das Original oder diesen Lauf, oder warten Sie, bis er zu Ende ist.</translation>
    </message>
    <message>
        <source>The plan could not be written to {path}.</source>
        <extracomment>app/models/plan_files.py</extracomment>
        <translation>Der Plan konnte nicht nach {path} geschrieben werden.</translation>
    </message>
    <message>
        <source>The preference file</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Die Präferenzdatei</translation>
    </message>
    <message>
        <source>The projects that were open lately</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Die zuletzt geöffneten Projekte</translation>
    </message>
    <message>
        <source>The quality by which the better reply is known</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Die Qualität, an der die bessere Antwort zu erkennen ist</translation>
    </message>
    <message>
        <source>The range stays valid if you stop now.</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>Der Bereich bleibt gültig, wenn Sie jetzt aufhören.</translation>
    </message>
    <message>
        <source>The recipe that the Train page begins with, from the next start on.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Das Rezept, mit dem die Trainingsseite beginnt, ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The replies share too few words to mark them.</source>
        <extracomment>app/models/word_diff.py</extracomment>
        <translation>Zu wenige gemeinsame Wörter zum Markieren.</translation>
    </message>
    <message>
        <source>The replies that were drawn, the highest reward first. Choose one to have it instead.</source>
        <extracomment>app/pages/compare/candidate_row.py</extracomment>
        <translation>Die gezogenen Antworten, die mit dem höchsten Reward zuerst. Wählen Sie eine, um sie stattdessen zu nehmen.</translation>
    </message>
    <message>
        <source>The replies to this prompt could not be made.</source>
        <extracomment>app/pages/arena/picking_view.py, app/pages/blind/voting_view.py</extracomment>
        <translation>Die Antworten auf diesen Prompt konnten nicht erzeugt werden.</translation>
    </message>
    <message>
        <source>The report compares the two replies of pairs, and these are single replies with thumbs.</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Der Bericht vergleicht die zwei Antworten von Paaren, und dies sind einzelne Antworten mit Daumen.</translation>
    </message>
    <message>
        <source>The report is saved as {name}.</source>
        <extracomment>app/pages/blind/page.py, app/pages/reward_report/dialog.py</extracomment>
        <translation>Der Bericht ist als {name} gespeichert.</translation>
    </message>
    <message>
        <source>The reward is computed when the engine is free.</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Der Reward wird berechnet, wenn die Engine frei ist.</translation>
    </message>
    <message>
        <source>The reward margin from the first step to the last</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Der Reward-Abstand vom ersten bis zum letzten Schritt</translation>
    </message>
    <message>
        <source>The reward report</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Der Reward-Bericht</translation>
    </message>
    <message>
        <source>The run has ended</source>
        <extracomment>app/run_end.py</extracomment>
        <translation>Der Lauf ist zu Ende</translation>
    </message>
    <message>
        <source>The run has no trained model to ask.</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Der Lauf hat kein trainiertes Modell, das man fragen könnte.</translation>
    </message>
    <message>
        <source>The run held no pairs back, so all its pairs were trained on.</source>
        <extracomment>app/background/reward_report_job.py</extracomment>
        <translation>Der Lauf hielt keine Paare zurück, also wurde mit allen trainiert.</translation>
    </message>
    <message>
        <source>The run needs the model. Ask again in a moment.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Der Lauf braucht das Modell. Fragen Sie in einem Moment noch einmal.</translation>
    </message>
    <message>
        <source>The run was stopped by an error</source>
        <extracomment>app/run_end.py</extracomment>
        <translation>Der Lauf wurde durch einen Fehler beendet</translation>
    </message>
    <message>
        <source>The run {name} is being worked on by another window or command.</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>An dem Lauf {name} arbeitet gerade ein anderes Fenster oder ein Befehl.</translation>
    </message>
    <message>
        <source>The runs of the sweep</source>
        <extracomment>app/pages/train/sweep_table.py</extracomment>
        <translation>Die Läufe der Reihe</translation>
    </message>
    <message>
        <source>The same for both, so only the training differs.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Für beide derselbe, damit sich nur das Training unterscheidet.</translation>
    </message>
    <message>
        <source>The settings are taken, but not all of the rest</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>Die Einstellungen sind übernommen, aber nicht alles Übrige</translation>
    </message>
    <message>
        <source>The settings for the next run</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Die Einstellungen für den nächsten Lauf</translation>
    </message>
    <message>
        <source>The step under way ends first, then the window closes.</source>
        <extracomment>app/widgets/saving_overlay.py</extracomment>
        <translation>Der laufende Schritt endet zuerst, dann schließt sich das Fenster.</translation>
    </message>
    <message>
        <source>The steps at which replies were written; Left and Right choose one</source>
        <extracomment>app/widgets/step_dots.py</extracomment>
        <translation>Die Schritte, bei denen Antworten geschrieben wurden; ← und → wählen einen</translation>
    </message>
    <message numerus="yes">
        <source>The sweep is finished: {count:,} runs.</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>
            <numerusform>Die Reihe ist fertig: {count:,} Lauf.</numerusform>
            <numerusform>Die Reihe ist fertig: {count:,} Läufe.</numerusform>
        </translation>
    </message>
    <message>
        <source>The system&apos;s own short sound.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Der kurze Ton des Systems.</translation>
    </message>
    <message>
        <source>The template changes the prompt</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Die Vorlage ändert den Prompt</translation>
    </message>
    <message>
        <source>The tiny one that is built in</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Das winzige, das eingebaut ist</translation>
    </message>
    <message>
        <source>The trained model has changed since this test began, so the test ends here</source>
        <extracomment>app/models/blind_test.py</extracomment>
        <translation>Das trainierte Modell hat sich seit Beginn dieses Tests geändert, deshalb endet der Test hier</translation>
    </message>
    <message>
        <source>The trained model&apos;s rewards are compared with what people chose: how often they are right, for which groups and lengths, and whether a margin means what it says. The report needs the model, so nothing else can be asked of it meanwhile.</source>
        <extracomment>app/pages/reward_report/dialog.py</extracomment>
        <translation>Die Rewards des trainierten Modells werden mit dem verglichen, was Menschen wählten: wie oft sie stimmen, bei welchen Gruppen und Längen, und ob ein Abstand bedeutet, was er sagt. Der Bericht braucht das Modell, darum kann es inzwischen nichts anderes gefragt werden.</translation>
    </message>
    <message>
        <source>The turns below go on from this reply.</source>
        <extracomment>app/models/chat.py</extracomment>
        <translation>Der weitere Chat darunter baut auf dieser Antwort auf.</translation>
    </message>
    <message>
        <source>The two that are marked, or the current one and the original</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Die beiden markierten, oder der aktuelle und das Original</translation>
    </message>
    <message>
        <source>The usual value: room to move, with a hold.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Der übliche Wert: Raum zur Bewegung, mit Halt.</translation>
    </message>
    <message>
        <source>The values that are tried, with commas between them</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Die Werte, die ausprobiert werden, mit Dezimalpunkt und durch Kommas getrennt</translation>
    </message>
    <message>
        <source>The votes in them do not count; all others stand. Restore the file from a copy if you need them.</source>
        <extracomment>app/models/blind_test.py</extracomment>
        <translation>Die Stimmen darin zählen nicht; alle anderen gelten. Stellen Sie die Datei aus einer Kopie wieder her, wenn Sie sie brauchen.</translation>
    </message>
    <message>
        <source>The window closes as soon as the copy is complete. To give it up, stay here and cancel it.</source>
        <extracomment>app/main_window.py</extracomment>
        <translation>Das Fenster schließt sich, sobald die Kopie vollständig ist. Um sie aufzugeben, bleiben Sie hier und brechen sie ab.</translation>
    </message>
    <message>
        <source>The words and forms of a field.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Die Wörter und Formen eines Fachs.</translation>
    </message>
    <message>
        <source>The {several} reply has several turns.</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Die Antwort ({several}) hat mehrere Beiträge.</translation>
    </message>
    <message>
        <source>The {tuned_part} from step {step:,} will be saved as {name}. You can resume later.</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Gespeichert wird von Schritt {step:,} ({tuned_part}) als {name}. Sie können später fortsetzen.</translation>
    </message>
    <message>
        <source>The {turns}; Ctrl Z brings the chat back.</source>
        <extracomment>app/pages/compare/prompt_editor.py</extracomment>
        <translation>{turns}; Strg Z bringt den Chat zurück.</translation>
    </message>
    <message>
        <source>Their plans, their data and their machine are the same.</source>
        <extracomment>app/pages/runs/comparison_card.py</extracomment>
        <translation>Ihre Pläne, ihre Daten und ihr Rechner sind gleich.</translation>
    </message>
    <message>
        <source>Theme</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Theme as the system has it</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Farbschema wie im System</translation>
    </message>
    <message>
        <source>Theme: {names}</source>
        <extracomment>app/widgets/theme_button.py</extracomment>
        <translation>Farbschema: {names}</translation>
    </message>
    <message>
        <source>Theme: {short}</source>
        <extracomment>app/widgets/theme_button.py</extracomment>
        <translation>Farben: {short}</translation>
    </message>
    <message>
        <source>Then it is read back and compared, number by number.</source>
        <extracomment>app/pages/export/adapter_card.py</extracomment>
        <translation>Dann wird er zurückgelesen und Zahl für Zahl verglichen.</translation>
    </message>
    <message>
        <source>There are no margins to look through.</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Es gibt keine Abstände zum Durchsehen.</translation>
    </message>
    <message>
        <source>There is no edit to take back.</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Es gibt keine Änderung zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is no pair yet.</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Es gibt noch kein Paar.</translation>
    </message>
    <message>
        <source>There is no pick to take back.</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Es gibt keine Wahl zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is no project in {folder} any more. It may have been moved, or lie on a drive that is not connected. Taking it out of the list deletes nothing.</source>
        <extracomment>app/projects.py</extracomment>
        <translation>In {folder} ist kein Projekt mehr. Es wurde vielleicht verschoben oder liegt auf einem Laufwerk, das nicht verbunden ist. Es aus der Liste zu nehmen löscht nichts.</translation>
    </message>
    <message>
        <source>There is no reply yet.</source>
        <extracomment>app/pages/compare/kept_card.py</extracomment>
        <translation>Es gibt noch keine Antwort.</translation>
    </message>
    <message>
        <source>There is no run in the list.</source>
        <extracomment>app/pages/runs/page.py, app/pages/runs/run_commands.py, app/pages/runs/run_work.py</extracomment>
        <translation>In der Liste ist kein Lauf.</translation>
    </message>
    <message>
        <source>There is no sweep.</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Es gibt keine Reihe.</translation>
    </message>
    <message>
        <source>There is no trained model yet.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Es gibt noch kein trainiertes Modell.</translation>
    </message>
    <message>
        <source>There is no turn yet.</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Es gibt noch keine Runde.</translation>
    </message>
    <message>
        <source>There is no vote to take back.</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Es gibt keine Stimme zurückzunehmen.</translation>
    </message>
    <message>
        <source>There is nothing to write now.</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Jetzt gibt es nichts zu schreiben.</translation>
    </message>
    <message>
        <source>There is only one model yet. Let its replies differ by seed or temperature, or train first.</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>Es gibt erst ein Modell. Lassen Sie die Antworten sich durch Seed oder Temperatur unterscheiden, oder trainieren Sie zuerst.</translation>
    </message>
    <message>
        <source>There is only one reply.</source>
        <extracomment>app/models/chat_turn.py</extracomment>
        <translation>Es gibt nur eine Antwort.</translation>
    </message>
    <message>
        <source>These are {runs} runs; {most_runs} at most are tried at once.</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Das sind {runs} Läufe; höchstens {most_runs} werden auf einmal ausprobiert.</translation>
    </message>
    <message>
        <source>These pairs no longer say what they said when you edited them. All other edits stand.</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Diese Paare sagen nicht mehr, was sie bei Ihrer Änderung gesagt haben. Alle anderen Änderungen gelten.</translation>
    </message>
    <message>
        <source>They come with the first update; runs of an earlier version kept none.</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Sie kommen mit der ersten Aktualisierung; Läufe einer früheren Version haben keine aufbewahrt.</translation>
    </message>
    <message>
        <source>They were trained from different models.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>Sie wurden aus verschiedenen Modellen trainiert.</translation>
    </message>
    <message>
        <source>This</source>
        <extracomment>app/background/task.py</extracomment>
        <translation>Das</translation>
    </message>
    <message>
        <source>This app makes no network connections. Data, models and runs stay on this computer, and nothing is counted or reported.</source>
        <extracomment>app/pages/settings/page.py</extracomment>
        <translation>Dieses Programm stellt keine Netzverbindungen her. Daten, Modelle und Läufe bleiben auf diesem Computer, und nichts wird gezählt oder gemeldet.</translation>
    </message>
    <message>
        <source>This chat</source>
        <extracomment>app/pages/compare/kept_card.py</extracomment>
        <translation>Dieser Chat</translation>
    </message>
    <message>
        <source>This file is in no format that is known.</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Diese Datei hat kein bekanntes Format.</translation>
    </message>
    <message>
        <source>This run</source>
        <extracomment>app/pages/runs/side_view.py</extracomment>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>This run has no margins yet</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Dieser Lauf hat noch keine Abstände</translation>
    </message>
    <message>
        <source>This system has no program that does it (systemd-inhibit).</source>
        <extracomment>app/application.py</extracomment>
        <translation>Dieses System hat kein Programm dafür (systemd-inhibit).</translation>
    </message>
    <message>
        <source>Throw away</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Wegwerfen</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>Das Geschriebene wegwerfen?</translation>
    </message>
    <message>
        <source>Thumb down</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Daumen runter</translation>
    </message>
    <message>
        <source>Thumb up</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Daumen hoch</translation>
    </message>
    <message>
        <source>Thumbs</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Daumen</translation>
    </message>
    <message>
        <source>Tidying up</source>
        <extracomment>app/application.py</extracomment>
        <translation>Das Aufräumen</translation>
    </message>
    <message>
        <source>Ties</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Gleichstände</translation>
    </message>
    <message>
        <source>Tight</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Knapp</translation>
    </message>
    <message>
        <source>Tight: {byte_size} to spare</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Knapp: {byte_size} übrig</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>app/models/run_columns.py, app/pages/train/ready_panel.py</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tint each word by how much likelier training made it (T)</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Jedes Wort danach färben, wie viel wahrscheinlicher das Training es gemacht hat (T)</translation>
    </message>
    <message>
        <source>Tiny, ready at once</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>Winzig, sofort bereit</translation>
    </message>
    <message>
        <source>To compare it with others</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Um ihn mit anderen zu vergleichen</translation>
    </message>
    <message>
        <source>To make room</source>
        <extracomment>app/widgets/memory_card.py</extracomment>
        <translation>Um Platz zu schaffen</translation>
    </message>
    <message>
        <source>To the system&apos;s bin; can be undone</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>In den Papierkorb des Systems; kann rückgängig gemacht werden</translation>
    </message>
    <message>
        <source>Today</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tone</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Too large</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>Too long to compare word by word.</source>
        <extracomment>app/models/word_diff.py</extracomment>
        <translation>Zu lang für einen Vergleich Wort für Wort.</translation>
    </message>
    <message>
        <source>Tool</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Tools</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Top k</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Top k</translation>
    </message>
    <message>
        <source>Top p</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Top p</translation>
    </message>
    <message>
        <source>Topic</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Thema</translation>
    </message>
    <message>
        <source>Topic (optional)</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Thema (freiwillig)</translation>
    </message>
    <message>
        <source>Topics</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Train</source>
        <extracomment>app/main_window.py, app/pages/train/chart_kinds.py, app/pages/train/live_view.py, app/pages/train/page.py, app/pages/train/ready_panel.py, app/pages/train/setup_view.py</extracomment>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train</source>
        <comment>button</comment>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train again</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Train again with the edited pairs</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Mit den bearbeiteten Paaren neu trainieren</translation>
    </message>
    <message>
        <source>Train an adapter instead: {saves}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Stattdessen einen Adapter trainieren: {saves}</translation>
    </message>
    <message>
        <source>Train and compare</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Trainieren und vergleichen</translation>
    </message>
    <message>
        <source>Train first</source>
        <extracomment>app/pages/compare/conversation.py</extracomment>
        <translation>Trainieren Sie zuerst</translation>
    </message>
    <message>
        <source>Train first. What the model has learnt can then be taken along as a small adapter or a whole model.</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Trainieren Sie zuerst. Was das Modell gelernt hat, kann dann als kleiner Adapter oder ganzes Modell mitgenommen werden.</translation>
    </message>
    <message>
        <source>Train first: a report asks the trained model.</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Trainieren Sie zuerst: Ein Bericht fragt das trainierte Modell.</translation>
    </message>
    <message>
        <source>Train first: the rewards are what training makes of the two replies.</source>
        <extracomment>app/models/pair_rewards.py</extracomment>
        <translation>Trainieren Sie zuerst: Die Rewards sind, was das Training von den beiden Antworten hält.</translation>
    </message>
    <message>
        <source>Train first: the test compares the trained model with the original.</source>
        <extracomment>app/models/blind_setup.py</extracomment>
        <translation>Trainieren Sie zuerst: Der Test vergleicht das trainierte Modell mit dem Original.</translation>
    </message>
    <message>
        <source>Train on them, alone or with more: your votes are preferences like any other.</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Trainieren Sie damit, allein oder mit mehr: Ihre Stimmen sind Präferenzen wie alle anderen.</translation>
    </message>
    <message>
        <source>Train with several betas and learning rates, one after the other</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Mit mehreren betas und Lernraten trainieren, nacheinander</translation>
    </message>
    <message>
        <source>Train {training:,}</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>Training {training:,}</translation>
    </message>
    <message>
        <source>Trained</source>
        <extracomment>app/models/vote_table.py, app/pages/runs/details_card.py</extracomment>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Training</source>
        <extracomment>app/background/jobs.py, app/models/run_words.py</extracomment>
        <translation>Training</translation>
    </message>
    <message>
        <source>Training defaults</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Vorgaben fürs Training</translation>
    </message>
    <message>
        <source>Training finished in {duration}</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Training nach {duration} fertig</translation>
    </message>
    <message>
        <source>Training it takes about {needed}; {free} are free on the chosen device.</source>
        <extracomment>app/pages/model/verdict.py</extracomment>
        <translation>Es zu trainieren braucht etwa {needed}; {free} sind auf dem gewählten Gerät frei.</translation>
    </message>
    <message>
        <source>Training used {peak} at most.</source>
        <extracomment>app/pages/train/usage_foot.py</extracomment>
        <translation>Das Training belegte höchstens {peak}.</translation>
    </message>
    <message>
        <source>Try again</source>
        <extracomment>app/pages/arena/page.py, app/pages/blind/page.py</extracomment>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Try fewer words, or clear the filter.</source>
        <extracomment>app/pages/data/pair_list.py</extracomment>
        <translation>Versuchen Sie weniger Wörter oder leeren Sie den Filter.</translation>
    </message>
    <message>
        <source>Try fewer words, or show all.</source>
        <extracomment>app/pages/pairs/margin_list.py, app/pages/runs/run_list.py</extracomment>
        <translation>Versuchen Sie weniger Wörter oder zeigen Sie alle.</translation>
    </message>
    <message>
        <source>Try several values</source>
        <extracomment>app/pages/train/page.py</extracomment>
        <translation>Mehrere Werte ausprobieren</translation>
    </message>
    <message>
        <source>Try several values…</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Mehrere Werte ausprobieren …</translation>
    </message>
    <message>
        <source>Try the built-in demo</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Eingebaute Demo ausprobieren</translation>
    </message>
    <message>
        <source>Twelve prompts each, counted as a group of their own.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Je zwölf Prompts, als eigene Gruppe gezählt.</translation>
    </message>
    <message>
        <source>Twelve prompts each; the suite is the topic. Once you trained on them, ask others in the blind test.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Je zwölf Prompts; die Sammlung ist das Thema. Wenn Sie damit trainiert haben, fragen Sie im Blindtest andere.</translation>
    </message>
    <message>
        <source>Twice the adapter size, as usual, so that the rate means the same.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Doppelte Adaptergröße, wie üblich, damit die Rate dasselbe bedeutet.</translation>
    </message>
    <message>
        <source>Two can answer side by side. Take a mark away.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>Zwei können nebeneinander antworten. Nehmen Sie eine Markierung weg.</translation>
    </message>
    <message>
        <source>Two models</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Zwei Modelle</translation>
    </message>
    <message>
        <source>Two models answer: any two of the original, its runs and their checkpoints.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Zwei Modelle antworten: zwei beliebige aus dem Original, seinen Läufen und deren Zwischenständen.</translation>
    </message>
    <message>
        <source>Two replies and a winner</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Zwei mit Gewinner</translation>
    </message>
    <message>
        <source>Two seeds</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Zwei Seeds</translation>
    </message>
    <message>
        <source>Two temperatures</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Zwei Temperaturen</translation>
    </message>
    <message>
        <source>Type a prompt</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Prompt eingeben</translation>
    </message>
    <message>
        <source>Type a prompt above. Prompts of a file or of the built-in suites come by Set up.</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Geben Sie oben einen Prompt ein. Prompts aus einer Datei oder den eingebauten Sammlungen kommen mit Einrichten.</translation>
    </message>
    <message>
        <source>Type a prompt to ask</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Einen Prompt eingeben</translation>
    </message>
    <message>
        <source>Type them</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>app/page_factories.py, app/pages/data/page.py, app/widgets/toast.py</extracomment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo last pick</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Letzte Wahl zurück</translation>
    </message>
    <message>
        <source>Undo last vote</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Letzte Stimme zurück</translation>
    </message>
    <message>
        <source>Undo the last edit</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Undo the last pick</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Die letzte Wahl zurücknehmen</translation>
    </message>
    <message>
        <source>Undo the last vote</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Die letzte Stimme zurücknehmen</translation>
    </message>
    <message>
        <source>Undone</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Warm-up paused</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Aufwärmen pausiert</translation>
    </message>
    <message>
        <source>Warming up</source>
        <extracomment>app/models/run.py</extracomment>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>What pairs are told apart by</source>
        <extracomment>app/pages/reward_report/result_view.py</extracomment>
        <translation>Wonach Paare unterschieden werden</translation>
    </message>
    <message>
        <source>Which replies to one prompt make pairs</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Welche Antworten auf einen Prompt Paare bilden</translation>
    </message>
    <message>
        <source>Who answers at the left</source>
        <extracomment>app/pages/compare/pane_head.py</extracomment>
        <translation>Wer links antwortet</translation>
    </message>
    <message>
        <source>Who answers at the right</source>
        <extracomment>app/pages/compare/pane_head.py</extracomment>
        <translation>Wer rechts antwortet</translation>
    </message>
    <message>
        <source>not named</source>
        <extracomment>app/models/plan_files.py</extracomment>
        <translation>nicht genannt</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} pairs could not be scored.</source>
        <extracomment>app/pages/reward_report/result_view.py</extracomment>
        <translation>
            <numerusform>{count:,} Paar konnte nicht bewertet werden.</numerusform>
            <numerusform>{count:,} Paare konnten nicht bewertet werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} thumbs</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>
            <numerusform>{count:,} Daumen</numerusform>
            <numerusform>{count:,} Daumen</numerusform>
        </translation>
    </message>
    <message>
        <source>{done:,} of {total:,} pairs</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>{done:,} von {total:,} Paaren</translation>
    </message>
    <message>
        <source>{examples} left out</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>{examples} ausgelassen</translation>
    </message>
    <message>
        <source>{examples} to learn from, {held_back:,} held back</source>
        <extracomment>app/models/readiness.py</extracomment>
        <translation>{examples} zum Lernen, {held_back:,} zurückgehalten</translation>
    </message>
    <message>
        <source>{examples} to train on, {held_back:,} held back</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>{examples} zum Trainieren, {held_back:,} zurückgehalten</translation>
    </message>
    <message>
        <source>{name} · {examples} · {suspected:,} suspected</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>{name} · {examples} · {suspected:,} verdächtig</translation>
    </message>
    <message>
        <source>{rate:,.1f} pairs/s</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>{rate:,.1f} Paare/s</translation>
    </message>
    <message>
        <source>{rate:,.1f} replies/s</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>{rate:,.1f} Antworten/s</translation>
    </message>
    <message>
        <source>{side}, median {median:,.0f}</source>
        <extracomment>app/pages/data/length_card.py</extracomment>
        <translation>{side}, Median {median:,.0f}</translation>
    </message>
    <message numerus="yes">
        <source>{some:,} of {count:,} pairs</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>
            <numerusform>{some:,} von {count:,} Paar</numerusform>
            <numerusform>{some:,} von {count:,} Paaren</numerusform>
        </translation>
    </message>
    <message>
        <source>{up:,} up, {down:,} down</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>{up:,} hoch, {down:,} runter</translation>
    </message>
    <message>
        <source>{words}, {left} left</source>
        <extracomment>app/models/reward_report.py</extracomment>
        <translation>{words}, noch {left}</translation>
    </message>
    <message numerus="yes">
        <source>β {beta} · rate {rate} · {count} epochs</source>
        <extracomment>app/pages/train/recipe_cards.py</extracomment>
        <translation>
            <numerusform>β {beta} · Rate {rate} · {count} Epoche</numerusform>
            <numerusform>β {beta} · Rate {rate} · {count} Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Up and Down choose from the list, Enter runs, Esc closes.</source>
        <extracomment>app/widgets/command_palette.py</extracomment>
        <translation>↑ und ↓ wählen aus der Liste, Eingabe führt aus, Esc schließt.</translation>
    </message>
    <message>
        <source> The original scores the data once for all of them.</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation> Das Original bewertet die Daten einmal für alle.</translation>
    </message>
    <message>
        <source> {count:,} dropped will not be in it.</source>
        <extracomment>app/pages/data/copy_dialog.py</extracomment>
        <translation> {count:,} verworfen, nicht darin.</translation>
    </message>
    <message>
        <source>; your data is being counted</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>; Ihre Daten werden gezählt</translation>
    </message>
    <message>
        <source>A new run, with what you edited: {examples}</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Ein neuer Lauf mit dem, was Sie bearbeitet haben: {examples}</translation>
    </message>
    <message>
        <source>Above 0: as the thumb does</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Über 0: wie der Daumen</translation>
    </message>
    <message>
        <source>Accuracy, margin and loss are those on what was held back; length is how much the sampled replies grew.</source>
        <extracomment>app/pages/train/sweep_table.py</extracomment>
        <translation>Trefferquote, Abstand und Loss gelten für das, was zurückgehalten wurde; Länge ist, wie viel die Probeantworten gewachsen sind.</translation>
    </message>
    <message>
        <source>Before the first update both agreed bit for bit on {examples}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>Vor der ersten Aktualisierung stimmten beide Bit für Bit überein: {examples}</translation>
    </message>
    <message>
        <source>Below 0: judges against the thumb</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Unter 0: urteilt gegen den Daumen</translation>
    </message>
    <message>
        <source>Choose a template to see a row in it</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Wählen Sie eine Vorlage, um eine Zeile darin zu sehen</translation>
    </message>
    <message>
        <source>Counted for your data: {passing}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Für Ihre Daten gezählt: {passing}</translation>
    </message>
    <message>
        <source>Drop {examples}</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>{examples} verwerfen</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {examples}, {below_zero:,} of them below 0, median {signed_number}</source>
        <extracomment>app/pages/pairs/histogram_card.py</extracomment>
        <translation>Epoche {epoch}: {examples}, davon {below_zero:,} unter 0, Median {signed_number}</translation>
    </message>
    <message>
        <source>Every margin, suspected wrong labels first (Ctrl 7)</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Jeder Abstand, verdächtige Bewertungen zuerst (Strg 7)</translation>
    </message>
    <message>
        <source>Everything is dropped. Restore some of it first.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Alles ist verworfen. Stellen Sie zuerst einiges wieder her.</translation>
    </message>
    <message>
        <source>Flip {examples}</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>{examples} tauschen</translation>
    </message>
    <message>
        <source>Length of a reply with a thumb down, in characters</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Länge einer Antwort mit Daumen runter, in Zeichen</translation>
    </message>
    <message>
        <source>Length of a reply with a thumb up, in characters</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Länge einer Antwort mit Daumen hoch, in Zeichen</translation>
    </message>
    <message>
        <source>Load data to see it as this model reads it</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Laden Sie Daten, um sie so zu sehen, wie dieses Modell sie liest</translation>
    </message>
    <message>
        <source>Load preferences first.</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>Laden Sie zuerst Präferenzen.</translation>
    </message>
    <message>
        <source>Longest text {value:,}: {saves}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Längster Text {value:,}: {saves}</translation>
    </message>
    <message>
        <source>No replies match</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Keine Antwort passt</translation>
    </message>
    <message>
        <source>Nothing is longer than {max_length:,} tokens, so nothing is cut or left out.</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Nichts ist länger als {max_length:,} Token, also wird nichts abgeschnitten oder ausgelassen.</translation>
    </message>
    <message>
        <source>Nothing left out</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Nichts ausgelassen</translation>
    </message>
    <message>
        <source>Nothing was held back to test it on. </source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Zum Testen wurde nichts zurückgehalten. </translation>
    </message>
    <message>
        <source>On what was held back</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Auf dem, was zurückgehalten wurde</translation>
    </message>
    <message>
        <source>On what was held back, or of the last update where nothing was</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Auf dem, was zurückgehalten wurde, oder von der letzten Aktualisierung, wo nichts zurückgehalten wurde</translation>
    </message>
    <message>
        <source>Only those whose mean margin is below 0</source>
        <extracomment>app/pages/pairs/margin_list.py</extracomment>
        <translation>Nur solche, deren mittlerer Abstand unter 0 liegt</translation>
    </message>
    <message>
        <source>Prompt unchanged</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Prompt unverändert</translation>
    </message>
    <message>
        <source>Restore {examples}</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>{examples} wiederherstellen</translation>
    </message>
    <message>
        <source>Row {row}. Only the tinted part is scored</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Zeile {row}. Nur der gefärbte Teil wird bewertet</translation>
    </message>
    <message>
        <source>Save a copy of {examples}?</source>
        <extracomment>app/pages/data/copy_dialog.py</extracomment>
        <translation>Als Kopie speichern: {examples}?</translation>
    </message>
    <message>
        <source>Saved {examples} as {name}</source>
        <extracomment>app/pages/data/copy_work.py</extracomment>
        <translation>{examples} als {name} gespeichert</translation>
    </message>
    <message>
        <source>Saving the copy, {done}</source>
        <extracomment>app/pages/data/copy_work.py</extracomment>
        <translation>Kopie wird gespeichert, {done}</translation>
    </message>
    <message>
        <source>Settings that suit most data. Start here when unsure.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Einstellungen, die zu den meisten Daten passen. Beginnen Sie im Zweifel hier.</translation>
    </message>
    <message>
        <source>Test on what is held back</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Mit dem testen, was zurückgehalten ist</translation>
    </message>
    <message>
        <source>The mean of the margin over all times that it was trained on or tested</source>
        <extracomment>app/models/margin_table.py</extracomment>
        <translation>Der Mittelwert des Abstands über alle Male, die trainiert oder getestet wurde</translation>
    </message>
    <message>
        <source>The reply&apos;s reward by the end of this epoch, with the sign of its thumb</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Die Belohnung der Antwort am Ende dieser Epoche, mit dem Vorzeichen ihres Daumens</translation>
    </message>
    <message>
        <source>The run is about another file</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Der Lauf handelt von einer anderen Datei</translation>
    </message>
    <message>
        <source>The selected row as the model reads it</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Die ausgewählte Zeile, wie das Modell sie liest</translation>
    </message>
    <message>
        <source>Train first. Every margin is then kept, and suspected wrong labels come first.</source>
        <extracomment>app/pages/pairs/page.py</extracomment>
        <translation>Trainieren Sie zuerst. Dann wird jeder Abstand aufbewahrt, und verdächtige Bewertungen kommen zuerst.</translation>
    </message>
    <message>
        <source>Turn the thumb</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>Den Daumen umdrehen</translation>
    </message>
    <message>
        <source>Up and Down go from chapter to chapter.</source>
        <extracomment>app/widgets/help_window.py</extracomment>
        <translation>↑ und ↓ gehen von Kapitel zu Kapitel.</translation>
    </message>
    <message>
        <source>Updates done, of all</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Gemachte Aktualisierungen, von allen</translation>
    </message>
    <message>
        <source>Use it in Python</source>
        <extracomment>app/pages/export/usage_card.py</extracomment>
        <translation>In Python verwenden</translation>
    </message>
    <message>
        <source>Use the demo</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Demo verwenden</translation>
    </message>
    <message>
        <source>Use the demo model</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Das Demomodell verwenden</translation>
    </message>
    <message>
        <source>User</source>
        <extracomment>app/pages/blind/prompt_card.py</extracomment>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <extracomment>app/window_commands.py</extracomment>
        <translation>Übliche Textgröße</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Vokabular</translation>
    </message>
    <message>
        <source>Vote for A</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Für A stimmen</translation>
    </message>
    <message>
        <source>Vote for B</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Für B stimmen</translation>
    </message>
    <message>
        <source>Vote without knowing who wrote what</source>
        <extracomment>app/pages/compare/page.py</extracomment>
        <translation>Abstimmen, ohne zu wissen, wer was geschrieben hat</translation>
    </message>
    <message>
        <source>Vote: both bad</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Stimme: beide schlecht</translation>
    </message>
    <message>
        <source>Vote: the same</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Stimme: gleich</translation>
    </message>
    <message>
        <source>Votes</source>
        <extracomment>app/pages/blind/result_view.py, app/pages/blind/vote_progress.py</extracomment>
        <translation>Stimmen</translation>
    </message>
    <message>
        <source>Votes with the sides revealed</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Stimmen mit aufgedeckten Seiten</translation>
    </message>
    <message>
        <source>Wait until it has ended, or stop it.</source>
        <extracomment>app/models/run_opening.py</extracomment>
        <translation>Warten Sie, bis er zu Ende ist, oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>Waiting for the model</source>
        <extracomment>app/models/chat.py</extracomment>
        <translation>Wartet auf das Modell</translation>
    </message>
    <message>
        <source>Warmed up</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>Aufgewärmt</translation>
    </message>
    <message>
        <source>Watch it learn, then chat with the model before and after.</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Sehen Sie beim Lernen zu und chatten Sie mit dem Modell vorher und nachher.</translation>
    </message>
    <message>
        <source>Way of reading</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Art des Lesens</translation>
    </message>
    <message>
        <source>Web page (*.html);;Markdown (*.md)</source>
        <extracomment>app/pages/blind/page.py, app/pages/reward_report/dialog.py</extracomment>
        <translation>Webseite (*.html);;Markdown (*.md)</translation>
    </message>
    <message>
        <source>Weights of the mix</source>
        <extracomment>app/pages/train/purpose_row.py</extracomment>
        <translation>Gewichte der Mischung</translation>
    </message>
    <message>
        <source>Weights: sha256 {weights_sha256}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>Gewichte: sha256 {weights_sha256}</translation>
    </message>
    <message>
        <source>Welcome</source>
        <extracomment>app/pages/data/welcome.py</extracomment>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>What all programs use of this computer&apos;s memory.</source>
        <extracomment>app/pages/train/usage_foot.py</extracomment>
        <translation>Was alle Programme vom Speicher dieses Computers belegen.</translation>
    </message>
    <message>
        <source>What becomes of rows whose replies are equally good</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Was aus Zeilen wird, deren Antworten gleich gut sind</translation>
    </message>
    <message>
        <source>What both models are told before the chat, such as: Answer in one sentence.</source>
        <extracomment>app/pages/compare/prompt_box.py</extracomment>
        <translation>Was beiden Modellen vor dem Chat gesagt wird, etwa: Antworte in einem Satz.</translation>
    </message>
    <message>
        <source>What differs between the marked runs</source>
        <extracomment>app/pages/runs/comparison_card.py</extracomment>
        <translation>Was sich zwischen den markierten Läufen unterscheidet</translation>
    </message>
    <message>
        <source>What happens next</source>
        <extracomment>app/pages/train/ready_panel.py, app/widgets/stage_list.py</extracomment>
        <translation>Was als Nächstes geschieht</translation>
    </message>
    <message>
        <source>What is shown of the run</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Was vom Lauf gezeigt wird</translation>
    </message>
    <message>
        <source>What is the new project called?</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Wie soll das neue Projekt heißen?</translation>
    </message>
    <message>
        <source>What its files take on this disk</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Was seine Dateien auf diesem Datenträger belegen</translation>
    </message>
    <message>
        <source>What shares a prompt stays on one side, so the test asks nothing that was trained on.</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>Was denselben Prompt hat, bleibt auf einer Seite, damit der Test nichts Trainiertes fragt.</translation>
    </message>
    <message>
        <source>What should the model be asked?</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Was soll das Modell gefragt werden?</translation>
    </message>
    <message>
        <source>What should the project be called?</source>
        <extracomment>app/projects.py</extracomment>
        <translation>Wie soll das Projekt heißen?</translation>
    </message>
    <message>
        <source>What suits the file</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>Was zur Datei passt</translation>
    </message>
    <message>
        <source>What the data check found</source>
        <extracomment>app/models/pair_table.py</extracomment>
        <translation>Was die Datenprüfung gefunden hat</translation>
    </message>
    <message>
        <source>What the first rows give</source>
        <extracomment>app/pages/data/reading_preview.py</extracomment>
        <translation>Was die ersten Zeilen ergeben</translation>
    </message>
    <message>
        <source>What the model is trained and asked on</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>Worauf das Modell trainiert und gefragt wird</translation>
    </message>
    <message>
        <source>What the model {side} training read</source>
        <extracomment>app/pages/compare/prompt_text_dialog.py</extracomment>
        <translation>Was das Modell {side} dem Training gelesen hat</translation>
    </message>
    <message>
        <source>What the prompt is about, in your words: coverage is counted by it</source>
        <extracomment>app/pages/arena/prompt_entry.py</extracomment>
        <translation>Worum es im Prompt geht, in Ihren Worten: Danach wird die Abdeckung gezählt</translation>
    </message>
    <message>
        <source>What the run is called; F2 renames it</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Wie der Lauf heißt; F2 benennt ihn um</translation>
    </message>
    <message>
        <source>What they are to teach</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Was sie lehren sollen</translation>
    </message>
    <message>
        <source>What they said is not counted; all others stand. Restore the file from a copy if you need them.</source>
        <extracomment>app/models/arena.py</extracomment>
        <translation>Was darin steht, zählt nicht; alles andere gilt. Stellen Sie die Datei aus einer Kopie wieder her, wenn Sie es brauchen.</translation>
    </message>
    <message>
        <source>What to teach</source>
        <extracomment>app/pages/train/purpose_row.py</extracomment>
        <translation>Was gelehrt wird</translation>
    </message>
    <message>
        <source>What training thinks of each reply (T). Point at a word, or step with ← and →, for its numbers.</source>
        <extracomment>app/pages/data/reward_line.py</extracomment>
        <translation>Was das Training von jeder Antwort hält (T). Zeigen Sie auf ein Wort oder gehen Sie mit ← und → weiter, um die Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>What training thinks of each reply, word by word</source>
        <extracomment>app/pages/data/pair_work.py</extracomment>
        <translation>Was das Training von jeder Antwort hält, Wort für Wort</translation>
    </message>
    <message>
        <source>What was trained</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Was trainiert wurde</translation>
    </message>
    <message>
        <source>What you noted</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Was Sie notiert haben</translation>
    </message>
    <message>
        <source>What you want to remember about the run; kept as you write</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Was Sie sich zum Lauf merken wollen; wird beim Schreiben gespeichert</translation>
    </message>
    <message>
        <source>When a run ends</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Wenn ein Lauf endet</translation>
    </message>
    <message>
        <source>When it began</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Wann er begann</translation>
    </message>
    <message>
        <source>Where</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Where models are trained and asked; Automatic takes the fastest. The Model page can choose another for now.</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Wo Modelle trainiert und gefragt werden; Automatisch nimmt das schnellste. Die Modellseite kann vorübergehend ein anderes wählen.</translation>
    </message>
    <message>
        <source>Where the prompts come from</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Woher die Prompts kommen</translation>
    </message>
    <message>
        <source>Where the prompts of the test come from</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Woher die Prompts des Tests kommen</translation>
    </message>
    <message>
        <source>Whether runs of different length are laid over each other whole, or step by step</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Ob Läufe verschiedener Länge im Ganzen oder Schritt für Schritt übereinandergelegt werden</translation>
    </message>
    <message>
        <source>Which curves of the run are shown</source>
        <extracomment>app/pages/train/chart_choice.py</extracomment>
        <translation>Welche Kurven des Laufs gezeigt werden</translation>
    </message>
    <message>
        <source>Which epoch the histogram and the list show; the last is the newest</source>
        <extracomment>app/pages/pairs/histogram_card.py</extracomment>
        <translation>Welche Epoche das Histogramm und die Liste zeigen; die letzte ist die neueste</translation>
    </message>
    <message>
        <source>Which number is drawn over the run</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>Welche Zahl über den Lauf gezeichnet wird</translation>
    </message>
    <message>
        <source>Which one is better? 1 edits A, 2 edits B, Esc leaves both as they are.</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Welche ist besser? 1 bearbeitet A, 2 bearbeitet B, Esc lässt beide, wie sie sind.</translation>
    </message>
    <message>
        <source>Which replies are better when you do not know who wrote them?</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Welche Antworten sind besser, wenn Sie nicht wissen, wer sie geschrieben hat?</translation>
    </message>
    <message>
        <source>Which values should be tried?</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Welche Werte sollen ausprobiert werden?</translation>
    </message>
    <message>
        <source>While training</source>
        <extracomment>app/settings.py</extracomment>
        <translation>Beim Training</translation>
    </message>
    <message>
        <source>Who answers</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Wer antwortet</translation>
    </message>
    <message>
        <source>Who answers and how, more prompts, and the goal</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Wer antwortet und wie, weitere Prompts und das Ziel</translation>
    </message>
    <message>
        <source>Who answers beside it</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Wer daneben antwortet</translation>
    </message>
    <message>
        <source>Who answers could not be remembered: {path} cannot be written.</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Wer antwortet, konnte nicht gemerkt werden: {path} kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Who answers, prompts, goal</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Wer antwortet, Prompts, Ziel</translation>
    </message>
    <message>
        <source>Who is compared</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>Wer verglichen wird</translation>
    </message>
    <message>
        <source>Whoever looks on wants to read what becomes of it.</source>
        <extracomment>app/models/recipes.py</extracomment>
        <translation>Wer zusieht, will lesen, was daraus wird.</translation>
    </message>
    <message>
        <source>Whole model</source>
        <extracomment>app/models/knobs.py, app/pages/export/adapter_card.py</extracomment>
        <translation>Ganzes Modell</translation>
    </message>
    <message>
        <source>Why? (optional)</source>
        <extracomment>app/pages/blind/reason_chips.py</extracomment>
        <translation>Warum? (freiwillig)</translation>
    </message>
    <message>
        <source>Will not fit: {byte_size} short</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>Passt nicht: {byte_size} zu wenig</translation>
    </message>
    <message>
        <source>Win rate</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Gewinnquote</translation>
    </message>
    <message>
        <source>Win rate after each vote</source>
        <extracomment>app/pages/blind/win_rate_chart.py</extracomment>
        <translation>Gewinnquote nach jeder Stimme</translation>
    </message>
    <message>
        <source>Win rate of the trained model</source>
        <extracomment>app/pages/blind/result_view.py</extracomment>
        <translation>Gewinnquote des trainierten Modells</translation>
    </message>
    <message>
        <source>Win rate of the trained model so far</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>Gewinnquote des trainierten Modells bisher</translation>
    </message>
    <message>
        <source>Win rate so far</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>Gewinnquote bisher</translation>
    </message>
    <message>
        <source>Winner</source>
        <extracomment>app/pages/data/reading_columns.py</extracomment>
        <translation>Gewinner</translation>
    </message>
    <message>
        <source>With your edits made. The open file stays as it is.{left_out}</source>
        <extracomment>app/pages/data/copy_dialog.py</extracomment>
        <translation>Mit Ihren Änderungen. Die offene Datei bleibt, wie sie ist.{left_out}</translation>
    </message>
    <message>
        <source>With your edits, in a format of your choice</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>Mit Ihren Änderungen, in einem Format Ihrer Wahl</translation>
    </message>
    <message>
        <source>Words of the reply {side} training by their reward</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>Wörter der Antwort {side} dem Training nach ihrem Reward</translation>
    </message>
    <message>
        <source>Words to find the run by, separated by commas; Enter keeps them</source>
        <extracomment>app/pages/runs/details_card.py</extracomment>
        <translation>Wörter, um den Lauf zu finden, durch Kommas getrennt; Eingabe behält sie</translation>
    </message>
    <message>
        <source>Workflow</source>
        <extracomment>app/widgets/sidebar.py</extracomment>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Write TensorBoard event files of runs</source>
        <extracomment>app/pages/runs/run_commands.py</extracomment>
        <translation>Ereignisdateien für TensorBoard schreiben</translation>
    </message>
    <message>
        <source>Write a name first.</source>
        <extracomment>app/widgets/name_dialog.py</extracomment>
        <translation>Schreiben Sie zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Write a reply of your own</source>
        <extracomment>app/pages/arena/page.py</extracomment>
        <translation>Eine eigene Antwort schreiben</translation>
    </message>
    <message>
        <source>Write model, data and settings as a plan file</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>Modell, Daten und Einstellungen als Plandatei schreiben</translation>
    </message>
    <message>
        <source>Write one value at least.</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>Geben Sie mindestens einen Wert an.</translation>
    </message>
    <message>
        <source>Write the texts anew</source>
        <extracomment>app/pages/data/pair_actions.py</extracomment>
        <translation>Die Texte neu schreiben</translation>
    </message>
    <message>
        <source>Write what the model has learnt into a folder</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Was das Modell gelernt hat, in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Write your own</source>
        <extracomment>app/pages/arena/pick_controls.py</extracomment>
        <translation>Eigene schreiben</translation>
    </message>
    <message>
        <source>Writes so many replies on each side and keeps the one that training rewards most.</source>
        <extracomment>app/pages/compare/sampling_panel.py</extracomment>
        <translation>Schreibt auf jeder Seite so viele Antworten und behält die, die das Training am meisten belohnt.</translation>
    </message>
    <message>
        <source>Writing</source>
        <extracomment>app/models/workflow.py, app/pages/compare/reply_view.py, app/pages/export/adapter_card.py, app/pages/runs/run_exports.py</extracomment>
        <translation>Schreibt</translation>
    </message>
    <message>
        <source>Writing the plan</source>
        <extracomment>app/models/plan_files.py</extracomment>
        <translation>Das Schreiben des Plans</translation>
    </message>
    <message>
        <source>Writing {drawn} replies</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>Schreibt {drawn} Antworten</translation>
    </message>
    <message>
        <source>Writing…</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>Schreibt …</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <extracomment>app/models/run_columns.py</extracomment>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>You can pause, close the window or lose power. Training resumes from the last saved step.</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>Sie können pausieren, das Fenster schließen oder den Strom verlieren. Das Training geht beim letzten gespeicherten Schritt weiter.</translation>
    </message>
    <message>
        <source>You can talk to the model as it is now, then let it go on.</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>Sie können mit dem Modell reden, wie es jetzt ist, und es dann weitermachen lassen.</translation>
    </message>
    <message>
        <source>You do not see which model wrote which reply. Sides are shuffled each time.</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>Sie sehen nicht, welches Modell welche Antwort geschrieben hat. Die Seiten werden jedes Mal gemischt.</translation>
    </message>
    <message>
        <source>You type one prompt after the other, and may name a topic for each.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>Sie geben einen Prompt nach dem anderen ein und können jedem ein Thema geben.</translation>
    </message>
    <message>
        <source>Your edits of the pairs are still being read or made. Train in a moment.</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Ihre Änderungen an den Paaren werden noch gelesen oder gemacht. Trainieren Sie in einem Moment.</translation>
    </message>
    <message>
        <source>Your own reply</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>Ihre eigene Antwort</translation>
    </message>
    <message>
        <source>Your reason, then Enter</source>
        <extracomment>app/pages/blind/reason_chips.py</extracomment>
        <translation>Ihr Grund, dann Eingabe</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>einige Sekunden</translation>
    </message>
    <message>
        <source>a function</source>
        <extracomment>app/pages/data/prompt_card.py</extracomment>
        <translation>eine Funktion</translation>
    </message>
    <message>
        <source>about {hours} h</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>etwa {hours} h</translation>
    </message>
    <message>
        <source>about {hours} h {minutes} min</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>etwa {hours} h {minutes} min</translation>
    </message>
    <message>
        <source>about {minutes} min</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>etwa {minutes} min</translation>
    </message>
    <message>
        <source>about {seconds} s</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>etwa {seconds} s</translation>
    </message>
    <message>
        <source>adapter {adapter_sha256}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>Adapter {adapter_sha256}</translation>
    </message>
    <message>
        <source>after</source>
        <comment>training</comment>
        <extracomment>app/models/side_words.py</extracomment>
        <translation>nach</translation>
    </message>
    <message>
        <source>all steps done</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>alle Schritte gemacht</translation>
    </message>
    <message>
        <source>an empty reply</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>eine leere Antwort</translation>
    </message>
    <message>
        <source>and {skipped:,} more</source>
        <extracomment>app/pages/data/left_out.py</extracomment>
        <translation>und {skipped:,} weitere</translation>
    </message>
    <message>
        <source>another run</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>anderer Lauf</translation>
    </message>
    <message>
        <source>at most {longest_tokens:,} tokens at a time</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>höchstens {longest_tokens:,} Token auf einmal</translation>
    </message>
    <message>
        <source>at most, evenly from all groups</source>
        <extracomment>app/pages/blind/prompt_parts.py</extracomment>
        <translation>höchstens, gleichmäßig aus allen Gruppen</translation>
    </message>
    <message>
        <source>batch {value}</source>
        <extracomment>app/pages/train/advanced_card.py</extracomment>
        <translation>Batch {value}</translation>
    </message>
    <message>
        <source>before</source>
        <comment>training</comment>
        <extracomment>app/models/side_words.py</extracomment>
        <translation>vor</translation>
    </message>
    <message>
        <source>before preferences</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>vor den Präferenzen</translation>
    </message>
    <message>
        <source>being estimated</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>wird geschätzt</translation>
    </message>
    <message>
        <source>beta {beta:g}, learning rate {rate}</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>beta {beta:g}, Lernrate {rate}</translation>
    </message>
    <message>
        <source>broken off</source>
        <extracomment>app/models/chat_transcript.py, app/pages/compare/reply_view.py</extracomment>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>by step: {warm_up}{schedule}</source>
        <extracomment>app/pages/train/setting_pictures.py</extracomment>
        <translation>nach Schritt: {warm_up}{schedule}</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <extracomment>app/models/recent_projects.py</extracomment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>checkpoint</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Zwischenstand</translation>
    </message>
    <message>
        <source>chosen on its own page</source>
        <extracomment>app/models/plan_files.py</extracomment>
        <translation>auf eigener Seite gewählt</translation>
    </message>
    <message>
        <source>cut at the longest reply</source>
        <extracomment>app/models/chat_transcript.py, app/pages/compare/reply_view.py</extracomment>
        <translation>bei der längsten Antwort abgeschnitten</translation>
    </message>
    <message>
        <source>cut, the context is full</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>abgeschnitten, der Kontext ist voll</translation>
    </message>
    <message>
        <source>done</source>
        <extracomment>app/widgets/status_dot.py</extracomment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>done, but worth a look</source>
        <extracomment>app/widgets/status_dot.py</extracomment>
        <translation>fertig, aber einen Blick wert</translation>
    </message>
    <message>
        <source>dropped</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>edited</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>ended at step {step:,}</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>beendet bei Schritt {step:,}</translation>
    </message>
    <message>
        <source>ended early</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>früher beendet</translation>
    </message>
    <message>
        <source>estimated</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>evaluate 8 times</source>
        <extracomment>app/pages/train/advanced_card.py</extracomment>
        <translation>8-mal testen</translation>
    </message>
    <message>
        <source>evaluate every {every} steps</source>
        <extracomment>app/pages/train/advanced_card.py</extracomment>
        <translation>alle {every} Schritte testen</translation>
    </message>
    <message>
        <source>flipped</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>getauscht</translation>
    </message>
    <message>
        <source>folder is missing</source>
        <extracomment>app/models/recent_projects.py</extracomment>
        <translation>Ordner fehlt</translation>
    </message>
    <message>
        <source>for</source>
        <comment>a topic</comment>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>für</translation>
    </message>
    <message>
        <source>for the trained model
95% range {low:.0%} to {high:.0%}</source>
        <extracomment>app/pages/blind/running_result.py</extracomment>
        <translation>für das trainierte Modell
95-%-Bereich {low:.0%} bis {high:.0%}</translation>
    </message>
    <message>
        <source>from the built-in suites</source>
        <extracomment>app/models/prompt_source_words.py</extracomment>
        <translation>aus den eingebauten Sammlungen</translation>
    </message>
    <message>
        <source>from {name}</source>
        <extracomment>app/models/prompt_source_words.py</extracomment>
        <translation>aus {name}</translation>
    </message>
    <message>
        <source>from {source}</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>aus {source}</translation>
    </message>
    <message>
        <source>gives the rewards, </source>
        <extracomment>app/pages/compare/pane_head.py</extracomment>
        <translation>gibt die Rewards, </translation>
    </message>
    <message>
        <source>held back</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>held back from {name}, not used for training</source>
        <extracomment>app/models/prompt_source_words.py</extracomment>
        <translation>zurückgehalten aus {name}, nicht zum Training verwendet</translation>
    </message>
    <message>
        <source>held back {format_value}</source>
        <extracomment>app/widgets/chart_words.py</extracomment>
        <translation>zurückgehalten {format_value}</translation>
    </message>
    <message>
        <source>higher: the replies differ more</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>höher: Die Antworten unterscheiden sich mehr</translation>
    </message>
    <message>
        <source>in tokens</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>in Token</translation>
    </message>
    <message>
        <source>key</source>
        <extracomment>app/help.py</extracomment>
        <translation>Taste</translation>
    </message>
    <message>
        <source>known with data</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>bekannt mit Daten</translation>
    </message>
    <message>
        <source>known with data and model</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>bekannt mit Daten und Modell</translation>
    </message>
    <message>
        <source>left out</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>margin from {curve:+.2f} to {curve2:+.2f}</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Abstand von {curve:+.2f} bis {curve2:+.2f}</translation>
    </message>
    <message>
        <source>moves further</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>bewegt sich weiter</translation>
    </message>
    <message>
        <source>never</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>nie</translation>
    </message>
    <message>
        <source>next step</source>
        <extracomment>app/widgets/status_dot.py</extracomment>
        <translation>nächster Schritt</translation>
    </message>
    <message>
        <source>no</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>nein</translation>
    </message>
    <message>
        <source>no numbers yet</source>
        <extracomment>app/pages/blind/win_rate_chart.py</extracomment>
        <translation>noch keine Zahlen</translation>
    </message>
    <message>
        <source>no reply</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>no votes yet</source>
        <extracomment>app/widgets/range_bar.py</extracomment>
        <translation>noch keine Stimmen</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>keine</translation>
    </message>
    <message>
        <source>not among those shown</source>
        <extracomment>app/models/margin_table.py</extracomment>
        <translation>nicht unter den gezeigten</translation>
    </message>
    <message>
        <source>not marked</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>nicht markiert</translation>
    </message>
    <message>
        <source>not starred</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>ohne Stern</translation>
    </message>
    <message>
        <source>not started</source>
        <extracomment>app/widgets/status_dot.py</extracomment>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>not stated</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>nicht angegeben</translation>
    </message>
    <message numerus="yes">
        <source>of about {count:,} pairs{words}</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>
            <numerusform>von etwa {count:,} Paar{words}</numerusform>
            <numerusform>von etwa {count:,} Paaren{words}</numerusform>
        </translation>
    </message>
    <message>
        <source>of the sweep {sweep}</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>aus der Reihe {sweep}</translation>
    </message>
    <message>
        <source>of {rows:,}</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>von {rows:,}</translation>
    </message>
    <message>
        <source>of {total:,}</source>
        <extracomment>app/pages/blind/voting_view.py</extracomment>
        <translation>von {total:,}</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>aus</translation>
    </message>
    <message>
        <source>original</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>Original</translation>
    </message>
    <message>
        <source>paused between two steps</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>zwischen zwei Schritten pausiert</translation>
    </message>
    <message>
        <source>paused in its warm-up</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>beim Aufwärmen pausiert</translation>
    </message>
    <message>
        <source>rate × {learning_rate_factor:.3g} since step {step:,}</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>Rate × {learning_rate_factor:.3g} seit Schritt {step:,}</translation>
    </message>
    <message>
        <source>reward {signed_number}</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>Reward {signed_number}</translation>
    </message>
    <message>
        <source>row {row:,}</source>
        <extracomment>app/models/pair_edits.py</extracomment>
        <translation>Zeile {row:,}</translation>
    </message>
    <message>
        <source>running</source>
        <extracomment>app/widgets/status_dot.py</extracomment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>saved in its warm-up</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>beim Aufwärmen gespeichert</translation>
    </message>
    <message>
        <source>saved on request</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>auf Wunsch gespeichert</translation>
    </message>
    <message>
        <source>saves {byte_size}</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>spart {byte_size}</translation>
    </message>
    <message>
        <source>saving after this step</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>speichert nach diesem Schritt</translation>
    </message>
    <message>
        <source>seed {value}</source>
        <extracomment>app/pages/train/advanced_card.py</extracomment>
        <translation>Seed {value}</translation>
    </message>
    <message>
        <source>stays close</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>bleibt nah</translation>
    </message>
    <message>
        <source>step {step:,}</source>
        <extracomment>app/pages/train/sample_card.py</extracomment>
        <translation>Schritt {step:,}</translation>
    </message>
    <message>
        <source>stopped by an error</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>durch einen Fehler angehalten</translation>
    </message>
    <message>
        <source>stopping</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>hält an</translation>
    </message>
    <message>
        <source>sweep {sweep}</source>
        <extracomment>app/pages/runs/run_delegate.py</extracomment>
        <translation>Reihe {sweep}</translation>
    </message>
    <message>
        <source>tag {tag}</source>
        <extracomment>app/models/run_table.py</extracomment>
        <translation>Schlagwort {tag}</translation>
    </message>
    <message>
        <source>the built-in suites</source>
        <extracomment>app/models/arena_setup.py</extracomment>
        <translation>den eingebauten Sammlungen</translation>
    </message>
    <message>
        <source>the charts and the replies</source>
        <extracomment>app/pages/train/live_view.py</extracomment>
        <translation>die Kurven und die Antworten</translation>
    </message>
    <message>
        <source>the curves and the details</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>die Kurven und die Einzelheiten</translation>
    </message>
    <message>
        <source>the demo&apos;s settings</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>den Einstellungen der Demo</translation>
    </message>
    <message>
        <source>the last run with one change</source>
        <extracomment>app/models/session.py</extracomment>
        <translation>dem letzten Lauf mit einer Änderung</translation>
    </message>
    <message>
        <source>the list and the pair</source>
        <extracomment>app/pages/data/page.py, app/pages/pairs/page.py</extracomment>
        <translation>die Liste und das Paar</translation>
    </message>
    <message>
        <source>the list and what is below</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>die Liste und was darunter ist</translation>
    </message>
    <message>
        <source>the model&apos;s memory is full</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>der Speicher des Modells ist voll</translation>
    </message>
    <message>
        <source>the run&apos;s</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>die des Laufs</translation>
    </message>
    <message>
        <source>the settings of {title}</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>den Einstellungen von {title}</translation>
    </message>
    <message>
        <source>the training of {judge}</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>das Training von {judge}</translation>
    </message>
    <message>
        <source>time left is known after the first steps</source>
        <extracomment>app/models/run_words.py</extracomment>
        <translation>Restzeit nach den ersten Schritten bekannt</translation>
    </message>
    <message>
        <source>tone, for example</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>zum Beispiel Ton</translation>
    </message>
    <message>
        <source>training</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>das Training</translation>
    </message>
    <message>
        <source>turn after it goes</source>
        <extracomment>app/pages/compare/prompt_editor.py</extracomment>
        <translation>Die Runde danach fällt weg</translation>
    </message>
    <message>
        <source>under 0.1%</source>
        <extracomment>app/pages/compare/token_view.py</extracomment>
        <translation>unter 0,1 %</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>used for training</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>zum Training verwendet</translation>
    </message>
    <message>
        <source>warm-up {value:.0%}</source>
        <extracomment>app/pages/train/advanced_card.py</extracomment>
        <translation>Aufwärmen {value:.0%}</translation>
    </message>
    <message>
        <source>warm-up, then </source>
        <extracomment>app/pages/train/setting_pictures.py</extracomment>
        <translation>Aufwärmen, dann </translation>
    </message>
    <message>
        <source>weights {weights_sha256}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>Gewichte {weights_sha256}</translation>
    </message>
    <message>
        <source>what fits</source>
        <extracomment>app/models/knobs.py</extracomment>
        <translation>was passt</translation>
    </message>
    <message>
        <source>what it does</source>
        <extracomment>app/help.py</extracomment>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>{about} left</source>
        <extracomment>app/models/run_words.py, app/pages/blind/voting_view.py</extracomment>
        <translation>noch {about}</translation>
    </message>
    <message>
        <source>{architecture}, {layers} layers</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>{architecture}, {layers} Schichten</translation>
    </message>
    <message>
        <source>{before} against {after}</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>{before} gegen {after}</translation>
    </message>
    <message>
        <source>{best}{accuracy}Chat with it before you export.</source>
        <extracomment>app/pages/train/outcome_banner.py</extracomment>
        <translation>{best}{accuracy}Chatten Sie mit ihm, bevor Sie exportieren.</translation>
    </message>
    <message>
        <source>{button}: the reply {side} training</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>{button}: die Antwort {side} dem Training</translation>
    </message>
    <message>
        <source>{byte_size} free</source>
        <extracomment>app/widgets/memory_bar.py</extracomment>
        <translation>{byte_size} frei</translation>
    </message>
    <message>
        <source>{byte_size} short</source>
        <extracomment>app/widgets/memory_bar.py</extracomment>
        <translation>{byte_size} zu wenig</translation>
    </message>
    <message>
        <source>{changed} changed, {dropped_count:,} dropped. The file itself stays as it is.</source>
        <extracomment>app/pages/data/filter_bar.py</extracomment>
        <translation>{changed} geändert, {dropped_count:,} verworfen. Die Datei selbst bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>{context_length:,} tokens</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>{context_length:,} Token</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} characters</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>
            <numerusform>{count:,} Zeichen</numerusform>
            <numerusform>{count:,} Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>{count:,} files were dropped. Drop one at a time.</source>
        <extracomment>app/dropped.py</extracomment>
        <translation>{count:,} Dateien wurden abgelegt. Legen Sie eine nach der anderen ab.</translation>
    </message>
    <message numerus="yes">
        <source>{count:,} lines of {name} could not be read</source>
        <extracomment>app/models/arena.py, app/models/blind_test.py, app/models/pair_edits.py</extracomment>
        <translation>
            <numerusform>{count:,} Zeile von {name} konnte nicht gelesen werden</numerusform>
            <numerusform>{count:,} Zeilen von {name} konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} marked runs</source>
        <extracomment>app/pages/runs/run_exports.py</extracomment>
        <translation>
            <numerusform>{count:,} markierter Lauf</numerusform>
            <numerusform>{count:,} markierte Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} models in its cache</source>
        <extracomment>app/pages/model/sources.py</extracomment>
        <translation>
            <numerusform>{count:,} Modell im Cache</numerusform>
            <numerusform>{count:,} Modelle im Cache</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} other topics</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>
            <numerusform>{count:,} anderes Thema</numerusform>
            <numerusform>{count:,} andere Themen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} pairs</source>
        <extracomment>app/models/example_words.py, app/models/pair_edits.py, app/pages/data/filter_bar.py, app/pages/data/left_out.py, app/pages/data/reading_preview.py</extracomment>
        <translation>
            <numerusform>{count:,} Paar</numerusform>
            <numerusform>{count:,} Paare</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} pairs from your chats in {name}. Open them as data to train on them.</source>
        <extracomment>app/pages/compare/kept_card.py</extracomment>
        <translation>
            <numerusform>{count:,} Paar aus Ihren Chats in {name}. Öffnen Sie es als Daten, um damit zu trainieren.</numerusform>
            <numerusform>{count:,} Paare aus Ihren Chats in {name}. Öffnen Sie sie als Daten, um damit zu trainieren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} pairs saved as {name} in the project.</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>
            <numerusform>{count:,} Paar als {name} im Projekt gespeichert.</numerusform>
            <numerusform>{count:,} Paare als {name} im Projekt gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} pairs, {prompts} to come</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>
            <numerusform>{count:,} Paar, noch {prompts}</numerusform>
            <numerusform>{count:,} Paare, noch {prompts}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} prompts</source>
        <extracomment>app/pages/arena/coverage_card.py</extracomment>
        <translation>
            <numerusform>{count:,} Prompt</numerusform>
            <numerusform>{count:,} Prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} prompts from before wait already.</source>
        <extracomment>app/pages/arena/setup_view.py</extracomment>
        <translation>
            <numerusform>{count:,} Prompt von vorher wartet schon.</numerusform>
            <numerusform>{count:,} Prompts von vorher warten schon.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} prompts left</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>
            <numerusform>noch {count:,} Prompt</numerusform>
            <numerusform>noch {count:,} Prompts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} replies with thumbs</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>
            <numerusform>{count:,} Antwort mit Daumen</numerusform>
            <numerusform>{count:,} Antworten mit Daumen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} rows could not be used, most often: {reason}.</source>
        <extracomment>app/pages/data/left_out.py</extracomment>
        <translation>
            <numerusform>{count:,} Zeile war unbrauchbar, meistens: {reason}.</numerusform>
            <numerusform>{count:,} Zeilen waren unbrauchbar, meistens: {reason}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} rows left out, {counted} loaded</source>
        <extracomment>app/pages/data/left_out.py</extracomment>
        <translation>
            <numerusform>{count:,} Zeile ausgelassen, {counted} geladen</numerusform>
            <numerusform>{count:,} Zeilen ausgelassen, {counted} geladen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} rows rate a single reply and have no partner.</source>
        <extracomment>app/pages/data/left_out.py</extracomment>
        <translation>
            <numerusform>{count:,} Zeile bewertet eine einzelne Antwort und hat keinen Partner.</numerusform>
            <numerusform>{count:,} Zeilen bewerten eine einzelne Antwort und haben keinen Partner.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} runs</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>
            <numerusform>{count:,} Lauf</numerusform>
            <numerusform>{count:,} Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} runs · {size}</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>
            <numerusform>{count:,} Lauf · {size}</numerusform>
            <numerusform>{count:,} Läufe · {size}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} runs{each}.{shared}</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>
            <numerusform>{count:,} Lauf{each}.{shared}</numerusform>
            <numerusform>{count:,} Läufe{each}.{shared}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} settings understood differently, {absent} without a counterpart; the details say which and why. {text}</source>
        <extracomment>app/pages/train/setup_view.py</extracomment>
        <translation>
            <numerusform>{count:,} Einstellung anders verstanden, {absent} ohne Entsprechung; die Einzelheiten sagen, welche und warum. {text}</numerusform>
            <numerusform>{count:,} Einstellungen anders verstanden, {absent} ohne Entsprechung; die Einzelheiten sagen, welche und warum. {text}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} single ratings</source>
        <extracomment>app/pages/data/reading_preview.py</extracomment>
        <translation>
            <numerusform>{count:,} einzelne Bewertung</numerusform>
            <numerusform>{count:,} einzelne Bewertungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} ties</source>
        <extracomment>app/pages/data/reading_preview.py</extracomment>
        <translation>
            <numerusform>{count:,} Gleichstand</numerusform>
            <numerusform>{count:,} Gleichstände</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} ties prefer neither reply.</source>
        <extracomment>app/pages/data/left_out.py</extracomment>
        <translation>
            <numerusform>{count:,} Gleichstand zieht keine Antwort vor.</numerusform>
            <numerusform>{count:,} Gleichstände ziehen keine Antwort vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} tokens</source>
        <extracomment>app/models/chat_transcript.py, app/pages/compare/candidate_row.py, app/pages/compare/reply_view.py, app/pages/train/sample_card.py</extracomment>
        <translation>
            <numerusform>{count:,} Token</numerusform>
            <numerusform>{count:,} Token</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} votes</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>
            <numerusform>{count:,} Stimme</numerusform>
            <numerusform>{count:,} Stimmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{count:,} votes saved as {name}.</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>
            <numerusform>{count:,} Stimme als {name} gespeichert.</numerusform>
            <numerusform>{count:,} Stimmen als {name} gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>{count:.0f} M</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{count:.0f} Mio.</translation>
    </message>
    <message>
        <source>{count:.0f} million</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{count:.0f} Millionen</translation>
    </message>
    <message>
        <source>{count:.1f} M</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{count:.1f} Mio.</translation>
    </message>
    <message>
        <source>{count:.1f} million</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{count:.1f} Millionen</translation>
    </message>
    <message>
        <source>{count:.2f} B</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{count:.2f} Mrd.</translation>
    </message>
    <message>
        <source>{count:.2f} billion</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{count:.2f} Milliarden</translation>
    </message>
    <message numerus="yes">
        <source>{count} turns</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>
            <numerusform>{count} Runde</numerusform>
            <numerusform>{count} Runden</numerusform>
        </translation>
    </message>
    <message>
        <source>{cut_rows:,} cut at {max_length:,} tokens, {cut_tokens:,} tokens lost</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>{cut_rows:,} bei {max_length:,} Token abgeschnitten, {cut_tokens:,} Token verloren</translation>
    </message>
    <message>
        <source>{day} {month}</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <extracomment>app/language/dates.py</extracomment>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{done:,} of {total:,}</source>
        <extracomment>app/pages/blind/vote_progress.py</extracomment>
        <translation>{done:,} von {total:,}</translation>
    </message>
    <message>
        <source>{end_tokens} end tokens in a reply</source>
        <extracomment>app/pages/model/facts_card.py</extracomment>
        <translation>{end_tokens} Endtoken in einer Antwort</translation>
    </message>
    <message>
        <source>{epoch:.2f} of {epochs}</source>
        <extracomment>app/pages/train/progress_card.py</extracomment>
        <translation>{epoch:.2f} von {epochs}</translation>
    </message>
    <message>
        <source>{fact_words}, differs from the first</source>
        <extracomment>app/models/comparison_table.py</extracomment>
        <translation>{fact_words}, anders als beim ersten</translation>
    </message>
    <message>
        <source>{held_back:,} of {training:,}</source>
        <extracomment>app/pages/data/held_back_card.py</extracomment>
        <translation>{held_back:,} von {training:,}</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{label} is not on this computer.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>{label} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>{label}, {memory_bytes:.0f} GB memory, computes in {precision}.</source>
        <extracomment>app/pages/model/page.py</extracomment>
        <translation>{label}, {memory_bytes:.0f} GB Speicher, rechnet in {precision}.</translation>
    </message>
    <message>
        <source>{later_turns} turns after it go</source>
        <extracomment>app/pages/compare/prompt_editor.py</extracomment>
        <translation>Die {later_turns} Runden danach fallen weg</translation>
    </message>
    <message>
        <source>{letter} as it was</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>{letter}, wie sie war,</translation>
    </message>
    <message>
        <source>{letter} is better</source>
        <extracomment>app/pages/arena/pick_controls.py</extracomment>
        <translation>{letter} ist besser</translation>
    </message>
    <message>
        <source>{marked:,} marked · {title}</source>
        <extracomment>app/pages/runs/action_bar.py</extracomment>
        <translation>{marked:,} markiert · {title}</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{model_name} as it was, against the same model as {run} trained it.</source>
        <extracomment>app/pages/blind/setup_view.py</extracomment>
        <translation>{model_name}, wie es war, gegen dasselbe Modell, wie {run} es trainiert hat.</translation>
    </message>
    <message>
        <source>{model} as it is, {weights}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>{model}, wie es ist, {weights}</translation>
    </message>
    <message>
        <source>{model} as the warm-up left it, {weights}, warmed up {adapter_sha256}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>{model}, wie das Aufwärmen es hinterließ, {weights}, aufgewärmt {adapter_sha256}</translation>
    </message>
    <message>
        <source>{model} with the adapter that training began from, {weights}, {adapter}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>{model} mit dem Adapter, von dem das Training begann, {weights}, {adapter}</translation>
    </message>
    <message>
        <source>{most_compared} of {marked:,} marked runs are drawn. Take marks away to choose which.</source>
        <extracomment>app/pages/runs/overlay_view.py</extracomment>
        <translation>{most_compared} von {marked:,} markierten Läufen sind gezeichnet. Nehmen Sie Markierungen weg, um zu wählen.</translation>
    </message>
    <message>
        <source>{name} cannot be gone on with: it is finished, or no checkpoint of it was saved.</source>
        <extracomment>app/models/run_opening.py</extracomment>
        <translation>{name} kann nicht fortgesetzt werden: Er ist fertig, oder es wurde kein Zwischenstand gespeichert.</translation>
    </message>
    <message>
        <source>{name} could not be moved to the bin, so it was not deleted.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>{name} konnte nicht in den Papierkorb verschoben werden und wurde deshalb nicht gelöscht.</translation>
    </message>
    <message>
        <source>{name} could not be put back.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>{name} konnte nicht zurückgelegt werden.</translation>
    </message>
    <message>
        <source>{name} could not be written.</source>
        <extracomment>app/widgets/chart_export.py</extracomment>
        <translation>{name} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{name} ended before its first step, so there is nothing to show.</source>
        <extracomment>app/models/run_opening.py</extracomment>
        <translation>{name} endete vor dem ersten Schritt, daher gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>{name} is an adapter, not a whole model, and the run that it came from is not beside it. Drop the folder of that run, or of the model that it was trained on.</source>
        <extracomment>app/dropped.py</extracomment>
        <translation>{name} ist ein Adapter, kein ganzes Modell, und der Lauf, aus dem er stammt, liegt nicht daneben. Legen Sie den Ordner dieses Laufs ab oder den des Modells, auf dem er trainiert wurde.</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>{name} ist zurück</translation>
    </message>
    <message>
        <source>{name} is no longer where the bin kept it.</source>
        <extracomment>app/background/recycle_bin.py</extracomment>
        <translation>{name} ist nicht mehr da, wo der Papierkorb es aufbewahrt hat.</translation>
    </message>
    <message>
        <source>{name} is under way. Stop it first.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>{name} ist im Gange. Halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>{name} reply</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>Antwort: {name}</translation>
    </message>
    <message>
        <source>{name} reply by its reward</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>Antwort nach ihrem Reward: {name}</translation>
    </message>
    <message>
        <source>{name} reply, to edit</source>
        <extracomment>app/pages/data/reply_card.py</extracomment>
        <translation>Antwort, zum Bearbeiten: {name}</translation>
    </message>
    <message>
        <source>{name} – DPO Studio</source>
        <extracomment>app/projects.py</extracomment>
        <translation>{name} – DPO Studio</translation>
    </message>
    <message>
        <source>{name}, as it was written</source>
        <extracomment>app/widgets/reply_text.py</extracomment>
        <translation>{name}, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>{name}, exact value</source>
        <extracomment>app/widgets/slider_with_spin.py</extracomment>
        <translation>{name}, genauer Wert</translation>
    </message>
    <message>
        <source>{name}, held back</source>
        <extracomment>app/widgets/chart_export.py, app/widgets/chart_words.py</extracomment>
        <translation>{name}, zurückgehalten</translation>
    </message>
    <message>
        <source>{name}, no values yet</source>
        <extracomment>app/widgets/chart.py</extracomment>
        <translation>{name}, noch keine Werte</translation>
    </message>
    <message>
        <source>{name}, step {step:,}</source>
        <extracomment>app/models/trained_voices.py, app/pages/export/page.py, app/run_end.py</extracomment>
        <translation>{name}, Schritt {step:,}</translation>
    </message>
    <message>
        <source>{name}, warmed up</source>
        <extracomment>app/models/trained_voices.py</extracomment>
        <translation>{name}, aufgewärmt</translation>
    </message>
    <message>
        <source>{name}, {count_short} parameters, {word}. {reason}</source>
        <extracomment>app/pages/model/model_list.py</extracomment>
        <translation>{name}, {count_short} Parameter, {word}. {reason}</translation>
    </message>
    <message>
        <source>{note} {name} is open here instead.</source>
        <extracomment>app/projects.py</extracomment>
        <translation>{note} Stattdessen ist hier {name} geöffnet.</translation>
    </message>
    <message>
        <source>{number}: beta {beta:g} times {signed_number} nats over the whole reply{by}</source>
        <extracomment>app/pages/compare/reward_row.py</extracomment>
        <translation>{number}: beta {beta:g} mal {signed_number} nats über die ganze Antwort{by}</translation>
    </message>
    <message>
        <source>{pair_count:,} of {goal:,} pairs</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>{pair_count:,} von {goal:,} Paaren</translation>
    </message>
    <message>
        <source>{pairs:,} of {goal:,}</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>{pairs:,} von {goal:,}</translation>
    </message>
    <message>
        <source>{partition}, loss {loss:.3f}</source>
        <extracomment>app/models/run.py</extracomment>
        <translation>{partition}, Loss {loss:.3f}</translation>
    </message>
    <message>
        <source>{place} of {candidates}</source>
        <extracomment>app/models/chat_transcript.py</extracomment>
        <translation>{place} von {candidates}</translation>
    </message>
    <message>
        <source>{plain_offer} The file itself stays as it is, and one undo brings all of them back.</source>
        <extracomment>app/pages/data/page.py</extracomment>
        <translation>{plain_offer} Die Datei selbst bleibt, wie sie ist, und einmal Rückgängig bringt alle zurück.</translation>
    </message>
    <message>
        <source>{proof}; stored scores were off by {stored_difference:.2g} nats at most.</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>{proof}; gespeicherte Werte wichen höchstens {stored_difference:.2g} nats ab.</translation>
    </message>
    <message>
        <source>{rewards_accuracies:.0%} held-back accuracy</source>
        <extracomment>app/pages/export/page.py</extracomment>
        <translation>{rewards_accuracies:.0%} Trefferquote auf zurückgehaltenen Paaren</translation>
    </message>
    <message>
        <source>{running} is under way. Stop it first.</source>
        <extracomment>app/models/run_history.py</extracomment>
        <translation>{running} ist im Gange. Halten Sie ihn zuerst an.</translation>
    </message>
    <message>
        <source>{run} against {model_name}, prompts {source}</source>
        <extracomment>app/pages/blind/page.py</extracomment>
        <translation>{run} gegen {model_name}, Prompts {source}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <extracomment>app/models/words.py</extracomment>
        <translation>{seconds} s</translation>
    </message>
    <message numerus="yes">
        <source>{several}, {count:,} tokens so far</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>
            <numerusform>{several}, bisher {count:,} Token</numerusform>
            <numerusform>{several}, bisher {count:,} Token</numerusform>
        </translation>
    </message>
    <message>
        <source>{share:.0%} after {points:,} votes, 95% range {low:.0%} to {high:.0%}</source>
        <extracomment>app/pages/blind/win_rate_chart.py</extracomment>
        <translation>{share:.0%} nach {points:,} Stimmen, 95-%-Bereich {low:.0%} bis {high:.0%}</translation>
    </message>
    <message>
        <source>{share:.0%} below 0, median {signed_number}</source>
        <extracomment>app/pages/pairs/histogram_card.py</extracomment>
        <translation>{share:.0%} unter 0, Median {signed_number}</translation>
    </message>
    <message>
        <source>{share:.0%}, 95% range {low:.0%} to {high:.0%}</source>
        <extracomment>app/widgets/range_bar.py</extracomment>
        <translation>{share:.0%}, 95-%-Bereich {low:.0%} bis {high:.0%}</translation>
    </message>
    <message>
        <source>{size:.0f} MB</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{size:.0f} MB</translation>
    </message>
    <message>
        <source>{size:.1f} MB</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{size:.1f} MB</translation>
    </message>
    <message>
        <source>{size:.2f} GB</source>
        <extracomment>app/pages/model/words.py</extracomment>
        <translation>{size:.2f} GB</translation>
    </message>
    <message numerus="yes">
        <source>{some:,} of {count:,} thumbs</source>
        <extracomment>app/models/example_words.py</extracomment>
        <translation>
            <numerusform>{some:,} von {count:,} Daumen</numerusform>
            <numerusform>{some:,} von {count:,} Daumen</numerusform>
        </translation>
    </message>
    <message>
        <source>{step:,} of {total_steps:,}</source>
        <extracomment>app/models/run_columns.py, app/pages/runs/details_card.py, app/pages/train/progress_card.py</extracomment>
        <translation>{step:,} von {total_steps:,}</translation>
    </message>
    <message>
        <source>{steps_per_epoch:,} for each epoch</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>{steps_per_epoch:,} pro Epoche</translation>
    </message>
    <message>
        <source>{text}, key {key}</source>
        <extracomment>app/pages/blind/vote_button.py</extracomment>
        <translation>{text}, Taste {key}</translation>
    </message>
    <message>
        <source>{tick:,.0f} characters</source>
        <extracomment>app/pages/data/length_card.py</extracomment>
        <translation>{tick:,.0f} Zeichen</translation>
    </message>
    <message>
        <source>{title} (*{suffix});;All files (*)</source>
        <extracomment>app/pages/data/copy_work.py</extracomment>
        <translation>{title} (*{suffix});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>{title} (no room now)</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>{title} (jetzt kein Platz)</translation>
    </message>
    <message>
        <source>{title} has no trained model to ask.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>{title} hat kein trainiertes Modell zum Fragen.</translation>
    </message>
    <message>
        <source>{title} is not of this project.</source>
        <extracomment>app/pages/runs/run_work.py</extracomment>
        <translation>{title} gehört nicht zu diesem Projekt.</translation>
    </message>
    <message>
        <source>{title}, plot</source>
        <extracomment>app/widgets/chart.py</extracomment>
        <translation>{title}, Diagramm</translation>
    </message>
    <message>
        <source>{title}, step by step</source>
        <extracomment>app/widgets/chart_table.py</extracomment>
        <translation>{title}, Schritt für Schritt</translation>
    </message>
    <message>
        <source>{tokens:,} of the {context:,} tokens that it can hold, in its chat template. The tinted part is its reply.</source>
        <extracomment>app/pages/compare/prompt_text_dialog.py</extracomment>
        <translation>{tokens:,} der {context:,} Token, die es fassen kann, in seiner Chatvorlage. Der gefärbte Teil ist seine Antwort.</translation>
    </message>
    <message>
        <source>{tokens_per_second:,.0f} a second</source>
        <extracomment>app/pages/compare/reply_view.py</extracomment>
        <translation>{tokens_per_second:,.0f} pro Sekunde</translation>
    </message>
    <message>
        <source>{tokens}, layers computed twice</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>{tokens}, Schichten zweimal berechnet</translation>
    </message>
    <message>
        <source>{total}, {shown:,} shown</source>
        <extracomment>app/pages/data/pair_view.py</extracomment>
        <translation>{total}, {shown:,} gezeigt</translation>
    </message>
    <message>
        <source>{tuned_part}, step {step:,}{paused}</source>
        <extracomment>app/models/panes.py</extracomment>
        <translation>{tuned_part}, Schritt {step:,}{paused}</translation>
    </message>
    <message>
        <source>{up:,} thumbs up, {down:,} down.</source>
        <extracomment>app/pages/train/loss_rows.py</extracomment>
        <translation>{up:,} Daumen nach oben, {down:,} nach unten.</translation>
    </message>
    <message>
        <source>{used} of {total}</source>
        <extracomment>app/widgets/usage_line.py</extracomment>
        <translation>{used} von {total}</translation>
    </message>
    <message>
        <source>{value} loss</source>
        <extracomment>app/models/loss_setup.py</extracomment>
        <translation>{value}-Loss</translation>
    </message>
    <message>
        <source>{value} times, every {steps} steps</source>
        <extracomment>app/pages/train/ready_panel.py</extracomment>
        <translation>{value}-mal, alle {steps} Schritte</translation>
    </message>
    <message>
        <source>{value}–{ceil} h</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>{value}–{ceil} h</translation>
    </message>
    <message>
        <source>{value}–{rounded} min</source>
        <extracomment>app/models/outlook_words.py</extracomment>
        <translation>{value}–{rounded} min</translation>
    </message>
    <message>
        <source>{votes:,} of {total:,} votes</source>
        <extracomment>app/models/workflow.py</extracomment>
        <translation>{votes:,} von {total:,} Stimmen</translation>
    </message>
    <message>
        <source>{what} Choose another, then train.</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>{what} Wählen Sie andere und trainieren Sie dann.</translation>
    </message>
    <message>
        <source>{what} moved to the bin</source>
        <extracomment>app/pages/runs/page.py</extracomment>
        <translation>{what} in den Papierkorb verschoben</translation>
    </message>
    <message>
        <source>{what}: sha256 {adapter_sha256}</source>
        <extracomment>app/models/reference_words.py</extracomment>
        <translation>{what}: sha256 {adapter_sha256}</translation>
    </message>
    <message>
        <source>{where}. Halted; its other runs wait.</source>
        <extracomment>app/pages/train/sweep_bar.py</extracomment>
        <translation>{where}. Angehalten; ihre anderen Läufe warten.</translation>
    </message>
    <message>
        <source>{which} cut at the longest length. What is chosen teaches where to stop: edit it, or allow more.</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>{which} bei der größten Länge abgeschnitten. Was gewählt wird, lehrt, wo Schluss ist: Bearbeiten Sie sie oder erlauben Sie mehr.</translation>
    </message>
    <message>
        <source>{why_no_pick} Draw again (R) takes the next seeds; or edit (E), or write your own (W).</source>
        <extracomment>app/pages/arena/picking_view.py</extracomment>
        <translation>{why_no_pick} Neu ziehen (R) nimmt die nächsten Seeds; oder bearbeiten (E), oder selbst schreiben (W).</translation>
    </message>
    <message>
        <source>{words}, done at {end:%H:%M}</source>
        <extracomment>app/pages/train/progress_card.py</extracomment>
        <translation>{words}, fertig um {end:%H:%M}</translation>
    </message>
    <message>
        <source>{words}, {done:,} of {total:,}</source>
        <extracomment>app/pages/train/progress_card.py</extracomment>
        <translation>{words}, {done:,} von {total:,}</translation>
    </message>
    <message>
        <source>β {beta:g}</source>
        <extracomment>app/pages/train/live_view.py, app/pages/train/setting_pictures.py</extracomment>
        <translation>β {beta:g}</translation>
    </message>
    <message>
        <source>“As recognised” forgets that.</source>
        <extracomment>app/pages/data/reading_dialog.py</extracomment>
        <translation>„Wie erkannt“ vergisst das.</translation>
    </message>
    <message>
        <source>“{part}” is not a number. Write it as 0.1 or 5e-5.</source>
        <extracomment>app/pages/train/sweep_dialog.py</extracomment>
        <translation>„{part}“ ist keine Zahl. Schreiben Sie sie als 0.1 oder 5e-5.</translation>
    </message>
    <message>
        <source>“{text}”  {signed_number} nats: {share} before, {share2} after</source>
        <extracomment>app/pages/compare/token_view.py</extracomment>
        <translation>„{text}“  {signed_number} nats: {share} vorher, {share2} nachher</translation>
    </message>
</context>
</TS>
