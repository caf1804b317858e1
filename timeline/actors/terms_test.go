package actors

import (
	"testing"
	"time"
)

// handovers are offices with their known first and last days: who held it the day before the first, on the first, on
// the last, and the day after. Facts of public record, written from own knowledge.
var handovers = []struct{ state, office, first, last, before, holder, after string }{
	{"USA", "president", "1961-01-20", "1963-11-21", "Dwight D. Eisenhower", "John F. Kennedy", "Lyndon B. Johnson"},
	{"USA", "president", "1969-01-20", "1974-08-08", "Lyndon B. Johnson", "Richard Nixon", "Gerald Ford"},
	{"USA", "president", "1977-01-20", "1981-01-19", "Gerald Ford", "Jimmy Carter", "Ronald Reagan"},
	{"USA", "president", "1993-01-20", "2001-01-19", "George H. W. Bush", "Bill Clinton", "George W. Bush"},
	{"USA", "president", "2001-01-20", "2009-01-19", "Bill Clinton", "George W. Bush", "Barack Obama"},
	{"USA", "president", "2009-01-20", "2017-01-19", "George W. Bush", "Barack Obama", "Donald Trump"},
	{"USA", "president", "2017-01-20", "2021-01-19", "Barack Obama", "Donald Trump", "Joe Biden"},
	{"USA", "president", "2021-01-20", "2025-01-19", "Donald Trump", "Joe Biden", "Donald Trump"},
	{"USA", "vice president", "2021-01-20", "2025-01-19", "Mike Pence", "Kamala Harris", "JD Vance"},
	{"USA", "secretary of state", "2005-01-26", "2009-01-20", "Colin Powell", "Condoleezza Rice", "Hillary Clinton"},
	{"USA", "secretary of state", "2009-01-21", "2013-01-31", "Condoleezza Rice", "Hillary Clinton", "John Kerry"},
	{"USA", "secretary of state", "2018-04-26", "2021-01-20", "", "Mike Pompeo", ""},
	{"USA", "secretary of state", "2021-01-26", "2025-01-20", "", "Antony Blinken", "Marco Rubio"},
	{"USA", "secretary of defense", "2006-12-18", "2011-06-30", "Donald Rumsfeld", "Robert Gates", "Leon Panetta"},
	{"USA", "secretary of defense", "2021-01-22", "2025-01-20", "", "Lloyd Austin", ""},
	{"USA", "national security adviser", "2018-04-09", "2019-09-10", "H. R. McMaster", "John Bolton", ""},
	{"USA", "national security adviser", "2021-01-20", "2025-01-19", "Robert O'Brien", "Jake Sullivan", "Mike Waltz"},
	{"USA", "speaker", "2019-01-03", "2023-01-03", "Paul Ryan", "Nancy Pelosi", ""},
	{"RUS", "president", "2000-05-07", "2008-05-06", "Vladimir Putin", "Vladimir Putin", "Dmitry Medvedev"},
	{"RUS", "president", "2008-05-07", "2012-05-06", "Vladimir Putin", "Dmitry Medvedev", "Vladimir Putin"},
	{"RUS", "prime minister", "2008-05-08", "2012-05-07", "Viktor Zubkov", "Vladimir Putin", "Dmitry Medvedev"},
	{"RUS", "prime minister", "2012-05-08", "2020-01-15", "Vladimir Putin", "Dmitry Medvedev", "Mikhail Mishustin"},
	{"RUS", "foreign minister", "1998-09-11", "2004-03-08", "Yevgeny Primakov", "Igor Ivanov", "Sergey Lavrov"},
	{"RUS", "defence minister", "2012-11-06", "2024-05-12", "Anatoly Serdyukov", "Sergei Shoigu", ""},
	{"RUS", "defence minister", "2007-02-15", "2012-11-05", "Sergei Ivanov", "Anatoly Serdyukov", "Sergei Shoigu"},
	{"RUS", "secretary of the security council", "2008-05-12", "2024-05-11", "", "Nikolai Patrushev", "Sergei Shoigu"},
	{"RUS", "speaker", "2011-12-21", "2016-10-04", "", "Sergei Naryshkin", "Vyacheslav Volodin"},
	{"PRK", "leader", "1994-07-08", "2011-12-16", "Kim Il Sung", "Kim Jong Il", "Kim Jong Un"},
	{"PRK", "leader", "1948-09-09", "1994-07-07", "", "Kim Il Sung", "Kim Jong Il"},
	{"PRK", "premier", "2013-04-01", "2019-04-10", "Choe Yong Rim", "Pak Pong Ju", "Kim Jae Ryong"},
	{"PRK", "premier", "2019-04-11", "2020-08-12", "Pak Pong Ju", "Kim Jae Ryong", "Kim Tok Hun"},
	{"PRK", "premier", "2007-04-11", "2010-06-06", "Pak Pong Ju", "Kim Yong Il", "Choe Yong Rim"},
	{"PRK", "presidium president", "1998-09-05", "2019-04-10", "", "Kim Yong Nam", "Choe Ryong Hae"},
	{"PRK", "state affairs chairman", "2012-04-13", "2016-06-29", "", "Kim Jong Un", "Kim Jong Un"},
	{"PRK", "state affairs chairman", "1993-04-09", "2011-12-17", "", "Kim Jong Il", ""},
	{"PRK", "foreign minister", "1998-09-05", "2007-01-02", "Kim Yong Nam", "Paek Nam Sun", ""},
	{"KOR", "president", "1998-02-25", "2003-02-24", "Kim Young-sam", "Kim Dae-jung", "Roh Moo-hyun"},
	{"KOR", "president", "2003-02-25", "2008-02-24", "Kim Dae-jung", "Roh Moo-hyun", "Lee Myung-bak"},
	{"KOR", "president", "2008-02-25", "2013-02-24", "Roh Moo-hyun", "Lee Myung-bak", "Park Geun-hye"},
	{"KOR", "president", "2013-02-25", "2017-03-10", "Lee Myung-bak", "Park Geun-hye", "Hwang Kyo-ahn"},
	{"KOR", "president", "2017-05-10", "2022-05-09", "Hwang Kyo-ahn", "Moon Jae-in", "Yoon Suk Yeol"},
	{"KOR", "president", "2022-05-10", "2025-04-04", "Moon Jae-in", "Yoon Suk Yeol", "Han Duck-soo"},
	{"KOR", "foreign minister", "2017-06-18", "2021-02-08", "Yun Byung-se", "Kang Kyung-wha", "Chung Eui-yong"},
	{"CHN", "president", "2003-03-15", "2013-03-13", "Jiang Zemin", "Hu Jintao", "Xi Jinping"},
	{"CHN", "president", "1993-03-27", "2003-03-14", "Yang Shangkun", "Jiang Zemin", "Hu Jintao"},
	{"CHN", "leader", "2002-11-15", "2012-11-14", "Jiang Zemin", "Hu Jintao", "Xi Jinping"},
	{"CHN", "premier", "2003-03-16", "2013-03-14", "Zhu Rongji", "Wen Jiabao", "Li Keqiang"},
	{"CHN", "premier", "2013-03-15", "2023-03-10", "Wen Jiabao", "Li Keqiang", "Li Qiang"},
	{"CHN", "foreign minister", "2007-04-27", "2013-03-15", "Li Zhaoxing", "Yang Jiechi", "Wang Yi"},
	{"CHN", "foreign minister", "2022-12-30", "2023-07-24", "Wang Yi", "Qin Gang", "Wang Yi"},
	{"CHN", "defence minister", "2023-03-12", "2023-10-24", "Wei Fenghe", "Li Shangfu", ""},
	{"CHN", "vice president", "2018-03-17", "2023-03-09", "Li Yuanchao", "Wang Qishan", "Han Zheng"},
	{"JPN", "prime minister", "2006-09-26", "2007-09-25", "Junichiro Koizumi", "Shinzo Abe", "Yasuo Fukuda"},
	{"JPN", "prime minister", "2009-09-16", "2010-06-07", "Taro Aso", "Yukio Hatoyama", "Naoto Kan"},
	{"JPN", "prime minister", "2012-12-26", "2020-09-15", "Yoshihiko Noda", "Shinzo Abe", "Yoshihide Suga"},
	{"JPN", "prime minister", "2020-09-16", "2021-10-03", "Shinzo Abe", "Yoshihide Suga", "Fumio Kishida"},
	{"JPN", "prime minister", "2021-10-04", "2024-09-30", "Yoshihide Suga", "Fumio Kishida", "Shigeru Ishiba"},
	{"JPN", "prime minister", "2024-10-01", "2025-10-20", "Fumio Kishida", "Shigeru Ishiba", "Sanae Takaichi"},
	{"JPN", "foreign minister", "2017-08-03", "2019-09-10", "Fumio Kishida", "Taro Kono", "Toshimitsu Motegi"},
	{"JPN", "foreign minister", "2024-10-01", "2025-10-20", "Yoko Kamikawa", "Takeshi Iwaya", "Toshimitsu Motegi"},
	{"JPN", "foreign minister", "2011-09-02", "2012-12-25", "Takeaki Matsumoto", "Koichiro Gemba", "Fumio Kishida"},
	{"JPN", "defence minister", "2022-08-10", "2023-09-12", "Nobuo Kishi", "Yasukazu Hamada", "Minoru Kihara"},
	{"JPN", "emperor", "1989-01-07", "2019-04-30", "Hirohito", "Akihito", "Naruhito"},
	{"UKR", "president", "2005-01-23", "2010-02-24", "Leonid Kuchma", "Viktor Yushchenko", "Viktor Yanukovych"},
	{"UKR", "president", "2014-06-07", "2019-05-19", "Oleksandr Turchynov", "Petro Poroshenko", "Volodymyr Zelenskyy"},
	{"UKR", "prime minister", "2020-03-04", "2025-07-16", "Oleksiy Honcharuk", "Denys Shmyhal", "Yulia Svyrydenko"},
	{"UKR", "foreign minister", "2020-03-04", "2024-09-04", "Vadym Prystaiko", "Dmytro Kuleba", "Andrii Sybiha"},
	{"UKR", "foreign minister", "2014-06-19", "2019-08-28", "Andrii Deshchytsia", "Pavlo Klimkin", "Vadym Prystaiko"},
	{"IND", "prime minister", "2004-05-22", "2014-05-25", "Atal Bihari Vajpayee", "Manmohan Singh", "Narendra Modi"},
	{"IND", "prime minister", "1984-10-31", "1989-12-01", "Indira Gandhi", "Rajiv Gandhi", "V. P. Singh"},
	{"IND", "president", "2017-07-25", "2022-07-24", "Pranab Mukherjee", "Ram Nath Kovind", "Droupadi Murmu"},
	{
		"IND",
		"external affairs minister",
		"2014-05-26",
		"2019-05-29",
		"Salman Khurshid",
		"Sushma Swaraj",
		"S. Jaishankar",
	},
	{"PAK", "prime minister", "2018-08-18", "2022-04-10", "Nasir-ul-Mulk", "Imran Khan", "Shehbaz Sharif"},
	{"PAK", "prime minister", "2023-08-14", "2024-03-03", "Shehbaz Sharif", "Anwaar-ul-Haq Kakar", "Shehbaz Sharif"},
	{"PAK", "president", "2018-09-09", "2024-03-09", "Mamnoon Hussain", "Arif Alvi", "Asif Ali Zardari"},
	{"IRN", "president", "2005-08-03", "2013-08-02", "Mohammad Khatami", "Mahmoud Ahmadinejad", "Hassan Rouhani"},
	{"IRN", "president", "2021-08-03", "2024-05-19", "Hassan Rouhani", "Ebrahim Raisi", "Mohammad Mokhber"},
	{
		"IRN",
		"foreign minister",
		"2013-08-15",
		"2021-08-24",
		"Ali Akbar Salehi",
		"Mohammad Javad Zarif",
		"Hossein Amir-Abdollahian",
	},
	{"ISR", "prime minister", "2009-03-31", "2021-06-12", "Ehud Olmert", "Benjamin Netanyahu", "Naftali Bennett"},
	{"ISR", "prime minister", "2022-07-01", "2022-12-28", "Naftali Bennett", "Yair Lapid", "Benjamin Netanyahu"},
	{"ISR", "prime minister", "1992-07-13", "1995-11-03", "Yitzhak Shamir", "Yitzhak Rabin", "Shimon Peres"},
	{"ISR", "president", "2014-07-24", "2021-07-06", "Shimon Peres", "Reuven Rivlin", "Isaac Herzog"},
	{"TUR", "president", "2007-08-28", "2014-08-27", "Ahmet Necdet Sezer", "Abdullah Gül", "Recep Tayyip Erdogan"},
	{"TUR", "prime minister", "2003-03-14", "2014-08-27", "Abdullah Gül", "Recep Tayyip Erdogan", "Ahmet Davutoğlu"},
	{"TUR", "foreign minister", "2015-11-24", "2023-06-02", "Feridun Sinirlioğlu", "Mevlüt Çavuşoğlu", "Hakan Fidan"},
	{"GBR", "prime minister", "1979-05-04", "1990-11-27", "James Callaghan", "Margaret Thatcher", "John Major"},
	{"GBR", "prime minister", "2016-07-13", "2019-07-23", "David Cameron", "Theresa May", "Boris Johnson"},
	{"GBR", "prime minister", "2022-09-06", "2022-10-24", "Boris Johnson", "Liz Truss", "Rishi Sunak"},
	{"GBR", "prime minister", "2022-10-25", "2024-07-04", "Liz Truss", "Rishi Sunak", "Keir Starmer"},
	{"GBR", "foreign secretary", "2023-11-13", "2024-07-04", "James Cleverly", "David Cameron", "David Lammy"},
	{"GBR", "foreign secretary", "2016-07-13", "2018-07-08", "Philip Hammond", "Boris Johnson", "Jeremy Hunt"},
	{"GBR", "queen", "1952-02-06", "2022-09-07", "George VI", "Elizabeth II", "Charles III"},
	{"FRA", "president", "2007-05-16", "2012-05-14", "Jacques Chirac", "Nicolas Sarkozy", "François Hollande"},
	{
		"FRA",
		"president",
		"1981-05-21",
		"1995-05-16",
		"Valéry Giscard d'Estaing",
		"François Mitterrand",
		"Jacques Chirac",
	},
	{"FRA", "prime minister", "2017-05-15", "2020-07-02", "Bernard Cazeneuve", "Édouard Philippe", "Jean Castex"},
	{
		"FRA",
		"foreign minister",
		"2017-05-17",
		"2022-05-19",
		"Jean-Marc Ayrault",
		"Jean-Yves Le Drian",
		"Catherine Colonna",
	},
	{"DEU", "chancellor", "2005-11-22", "2021-12-07", "Gerhard Schröder", "Angela Merkel", "Olaf Scholz"},
	{"DEU", "chancellor", "1982-10-01", "1998-10-26", "Helmut Schmidt", "Helmut Kohl", "Gerhard Schröder"},
	{"DEU", "foreign minister", "2018-03-14", "2021-12-07", "Sigmar Gabriel", "Heiko Maas", "Annalena Baerbock"},
	{
		"DEU",
		"defence minister",
		"2013-12-17",
		"2019-07-16",
		"Thomas de Maizière",
		"Ursula von der Leyen",
		"Annegret Kramp-Karrenbauer",
	},
	{"UN", "secretary-general", "1997-01-01", "2006-12-31", "Boutros Boutros-Ghali", "Kofi Annan", "Ban Ki-moon"},
	{"UN", "secretary-general", "2007-01-01", "2016-12-31", "Kofi Annan", "Ban Ki-moon", "António Guterres"},
	{
		"NATO",
		"secretary-general",
		"2014-10-01",
		"2024-09-30",
		"Anders Fogh Rasmussen",
		"Jens Stoltenberg",
		"Mark Rutte",
	},
	{"IAEA", "director general", "2009-12-01", "2019-07-18", "Mohamed ElBaradei", "Yukiya Amano", ""},
	{"EU", "foreign policy chief", "2019-12-01", "2024-11-30", "Federica Mogherini", "Josep Borrell", "Kaja Kallas"},
	{"CUB", "president", "2008-02-24", "2018-04-18", "Fidel Castro", "Raúl Castro", "Miguel Díaz-Canel"},
	{"SYR", "president", "2000-07-17", "2024-12-08", "", "Bashar al-Assad", ""},
	{"EGY", "president", "1981-10-14", "2011-02-11", "", "Hosni Mubarak", ""},
	{"BRA", "president", "2019-01-01", "2022-12-31", "Michel Temer", "Jair Bolsonaro", "Luiz Inácio Lula da Silva"},
	{"ZAF", "president", "1994-05-10", "1999-06-13", "F. W. de Klerk", "Nelson Mandela", "Thabo Mbeki"},
	{"KEN", "president", "2002-12-30", "2013-04-08", "Daniel arap Moi", "Mwai Kibaki", "Uhuru Kenyatta"},
	{"VAT", "pope", "2013-03-13", "2025-04-21", "", "Francis", ""},
	{"SUN", "foreign minister", "1957-02-15", "1985-07-01", "Dmitri Shepilov", "Andrei Gromyko", "Eduard Shevardnadze"},
}

func TestHoldersAtTheEdgesOfTheirTerms(t *testing.T) {
	if len(handovers) < 100 {
		t.Fatalf("%d offices, want a hundred", len(handovers))
	}
	g := load(t)
	check := func(state, office, at, want string) {
		t.Helper()
		got := ""
		if e, ok := g.Holder(state, office, at); ok {
			got = e.Name
		}
		if got != want {
			t.Errorf("the %s of %s on %s is %q, want %q", office, state, at, got, want)
		}
	}
	for _, h := range handovers {
		check(h.state, h.office, shift(t, h.first, -1), h.before)
		check(h.state, h.office, h.first, h.holder)
		check(h.state, h.office, h.last, h.holder)
		check(h.state, h.office, shift(t, h.last, 1), h.after)
	}
}

func shift(t *testing.T, day string, n int) string {
	t.Helper()
	d, err := time.Parse(time.DateOnly, day)
	if err != nil {
		t.Fatal(err)
	}
	return d.AddDate(0, 0, n).Format(time.DateOnly)
}
