export const rosa = `
= 1d media=sheet,street,posterone,twillblue likes=88 boosts=14 id=rosaprint alt="Kontaktbogen: sechs Felder in zwei Reihen, grau in grau.|Häuser bei Nacht, die meisten Fenster noch hell.|Hochkant: Himmel, darunter sehr wenig Stadt.|Blaue Quadrate, Reihe um Reihe versetzt."
Kontaktbogen für das Heft. Vier überleben, es tut mir leid um die anderen neunzig.

= 2d media=street likes=37 boosts=1 lang=en alt="Houses at night, most windows still lit."
Eleven at night and half the street is still arguing about the cup final.

= +5h re=caturday id=caturdayrosa
@mirela Darf ich sie fotografieren? Ich komme auch leise.

= 4d likes=26 boosts=3
Heute dreimal „Sie dürfen hier nicht stehen“ gehört. Zweimal stand ich woanders.

= 6d likes=45 boosts=8
Die Kopiererin im Laden sieht sich jedes Heft an, bevor sie es bindet. Heute hat sie zwei Seiten getauscht. Sie hatte recht.

= 9d media=posterone likes=33 alt="Hochkant: ein sehr hoher Himmel, ganz unten ein Streifen Häuser."
Für die Wand im Flur, die sonst niemand mag.

= 12d poll="Papier|Bildschirm|Plakatwand" ends=-8d votes=133,12,57 likes=9
Wo soll man Fotos ansehen?

= 17d likes=21
Ein Film, 36 Bilder, 35 Mal dieselbe Taube. Das letzte Bild ist mein Schuh.

= +35m re=comma
@tomas Ich habe deine Kommas im Heft gezählt. 211. Eines ist ein Fliegendreck, ich habe es trotzdem gelassen.

= 31d likes=52 boosts=9 lang=en
Zine no. 9 is out: forty pages of shop windows after closing time. Stapled by hand, crooked by conviction. #zine #photography

= 43d likes=30 boosts=2
Regen seit vier Tagen. Die Stadt entwickelt sich.

= 56d cw="Müdigkeit, nichts Schlimmes" likes=24
Heute nichts gesehen. Auch das notiere ich.

= 74d pin likes=44 boosts=6
Ich fotografiere Straßen, wenn sie Feierabend haben, und hefte das zusammen. #neuhier #Fotografie #zine
`;
