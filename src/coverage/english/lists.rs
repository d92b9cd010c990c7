//! The lists of words behind the English rules. Each says what its words tell about a sentence.

use std::sync::LazyLock;

use crate::coverage::lexicon::Lexicon;

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident = $list:expr;)*) => {
        $($(#[$doc])* pub static $name: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new($list));)*
    };
}

lists! {
    /// Abbreviations that never end a sentence, without their full stop.
    TITLES = "mr, mrs, ms, dr, prof, sen, rep, gov, gen, col, lt, sgt, capt, cmdr, adm, maj, rev, hon, st, \
        messrs, pres, supt, det, insp, fr, mt, ft, vs, viz, e.g, i.e, cf, ca, approx, est, dept, univ, \
        sec, secy, atty, amb, pvt, cpl, brig, ph";
    /// Abbreviations that a number follows.
    NUMBERED = "no, nos, art, arts, p, pp, fig, figs, vol, ch, sec, par, para, chap, ed, op, nr";
    /// Abbreviations that may end a sentence: only what follows can tell.
    OPEN = "u.s, u.k, u.n, e.u, d.c, a.m, p.m, inc, corp, co, ltd, llc, plc, jr, sr, etc, al, bros, \
        ave, blvd, rd, sq, ph.d, m.d, b.a, m.a, b.c, a.d, n.y, l.a, jan, feb, mar, apr, jun, jul, aug, sep, \
        sept, oct, nov, dec, mon, tue, tues, wed, thu, thur, thurs, fri, sat, sun, calif, fla, mass, \
        mich, minn, pa, tex, va, wash, wis, conn, ill, ariz, ala, ga, colo, u.s.a, u.s.s.r";
    /// Words that begin a sentence, and so tell where the one before ended.
    STARTERS = "the, a, an, he, she, it, they, we, i, you, this, that, these, those, there, but, and, or, so, \
        in, on, at, by, for, from, with, after, before, when, while, if, as, since, because, although, \
        however, his, her, its, their, our, my, your, what, who, why, how, where, some, many, most, \
        no, not, yet, then, now, meanwhile, instead, also, both, each, all, one";

    /// Numbers in words.
    NUMBERS = "two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, \
        fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, \
        eighty, ninety, hundred, hundreds, thousand, thousands, million, millions, billion, billions, \
        trillion, trillions, dozen, dozens, half, halves, third of, thirds, quarter of, quarters of, quarter, \
        fifth of, tenth of, percent, per cent, percentage, twice, threefold, tenfold, double the, \
        triple the, majority of, majority, a score of, twenty*, thirty*, one in, zero, unanimous*, one percent, one million";
    /// Words for numbers, ranks and superlatives that count nothing.
    IDIOMS = "on the one hand, on the other hand, one of the, one of, one another, at first, first of all, first ,\
        first and foremost, second chance, second thoughts, second thought, second nature, second hand, \
        first aid, first step, first steps, first sight, first hand, at first glance, in the first place, first things first, \
        at least, at most, at best, at worst, last but not least, not least, half the battle, half hearted, \
        half - hearted, a thousand times, a million times, a hundred times, thanks a million, \
        two sides of the same, two sides to every, two sides of, two wrongs, think twice, thought twice, two - edged, double - edged, \
        zero sum, zero - sum, zero tolerance, back to square one, one day, one thing, once again, once more, \
        for once, first and last, last resort, last straw, last word, the last thing, last minute, \
        the only way, the only thing, the only hope, the only question, the only answer, the only certainty, the only choice, \
        most likely, most of all, most probably, for the most part, the most part, make the most, second to none, \
        sixth sense, seventh heaven, cloud nine, nine lives, catch twenty, ten to one, \
        dressed to the nines, the third way, third party, easier said than done, \
        better late than never, better safe than sorry, more than welcome, more than anything, \
        more than ever, nothing more than, no more than a, nothing less than, nothing short of, \
        other than, rather than, more often than not, less than ideal, more than happy, than meets the eye, \
        more harm than good, actions speak louder than, in the long run, first lady, the most important thing, \
        half a mind, half measures, half full, half empty, by half, two cents, six feet under, five stars, to the fullest, nearest and dearest";
    /// Time that is named.
    TIMES = "yesterday, last week, last month, last year, last night, last spring, last summer, last autumn, \
        last fall, last winter, last decade, last century, last weekend, last year's, last month's, last week's, yesterday's, \
        last january, last february, last march, last april, last may, last june, last july, last august, \
        last september, last october, last november, last december, \
        last monday, last tuesday, last wednesday, last thursday, last friday, last saturday, last sunday, \
        earlier this year, earlier this month, earlier this week, years ago, months ago, weeks ago, \
        days ago, hours ago, decades ago, a year ago, a decade ago, a month ago, a week ago, a century ago, year earlier, \
        years earlier, days earlier, months earlier, weeks earlier, day earlier, month earlier, week earlier, decade earlier, \
        years later, months later, weeks later, days later, hours later, minutes later, a year later, a week later, a month later, \
        previous year, previous month, previous week, previous day, in decades, in years, for decades, \
        for years, for months, for weeks, century, centuries, world war, this morning, this week, this year, this month, \
        the day before, the following day, the next day, the same day, overnight, past decade, past year, past years, past months";
    /// Days of the week.
    DAYS = "monday, tuesday, wednesday, thursday, friday, saturday, sunday, mondays, tuesdays, wednesdays, \
        thursdays, fridays, saturdays, sundays, monday's, tuesday's, wednesday's, thursday's, friday's, saturday's, sunday's";
    /// Months that mean nothing else.
    MONTHS = "january, february, april, june, july, august, september, october, november, december, \
        april's, june's, july's, august's, september's, october's, november's, december's, january's, february's";
    /// Months that are other words too.
    MONTH_OR_WORD = "march, may";
    /// What stands before a month.
    BEFORE_MONTH = "in, since, until, till, by, of, from, to, and, early, late, mid, last, next, this, during, through, before, after, between, every";

    /// Superlatives that can be measured.
    SUPERLATIVES = "largest, biggest, highest, lowest, longest, shortest, oldest, youngest, newest, tallest, deepest, \
        fastest, slowest, richest, poorest, deadliest, busiest, hottest, coldest, warmest, driest, wettest, \
        smallest, heaviest, lightest, cheapest, costliest, strongest, weakest, earliest, closest, nearest, farthest, furthest, \
        widest, narrowest, safest, cleanest, dirtiest, wealthiest, bloodiest, steepest, fewest, quickest, loudest, \
        most expensive, most populous, most visited, most powerful, most common, most popular, most densely, most widely, \
        most recent, most polluted, most violent, most dangerous, most unequal, most frequent, most successful, most heavily, \
        most cited, most watched, most read, most corrupt, most crowded, most decorated, most frequently, most commonly, most productive, \
        best - selling, best - paid, best selling, highest - paid, longest - serving, longest - running, fastest - growing, \
        the first, the last, the only, the sole, his first, her first, its first, their first, his last, her last, its last, country's first, \
        became the first, first woman, first man, first time, first person, first since, \
        the second - largest, second largest, third largest, second - largest, second - biggest, third - largest, second - highest, leading cause, \
        no other, nowhere else, all - time high, all - time low, record high, record low, record - high, record - low, record number, record numbers, record profits, \
        a record, new record, the record, set a record, never before, unprecedented, a world record, \
        of any country, of any state, than any other, than anywhere else, than all other, more than any, top exporter, top producer, \
        number one, no . 1, ranks first, ranked first, ranks last, ranked last, tops the, the lone, a first for";
    /// After "most": what is a matter of taste.
    TASTE = "beautiful, important, wonderful, interesting, exciting, remarkable, extraordinary, moving, delicious, \
        charming, terrible, shameful, compelling, inspiring, elegant, human, precious, sacred, fundamental, pressing, \
        urgent, striking, fascinating, touching, curious, painful, depressing, delightful, lovely";
    /// Adjectives in the comparative, beside those with "more".
    COMPARATIVES = "more, less, fewer, higher, lower, bigger, smaller, larger, greater, longer, shorter, older, younger, \
        newer, taller, deeper, faster, slower, richer, poorer, deadlier, busier, hotter, colder, warmer, drier, \
        wetter, heavier, lighter, cheaper, costlier, stronger, weaker, earlier, later, closer, nearer, farther, \
        further, wider, narrower, safer, cleaner, dirtier, wealthier, better, worse, sooner, likelier, tougher, stricter, rarer, steeper, quicker, fatter, thinner, softer, harder, easier, louder, quieter, milder";
    /// Verbs and phrases of change and comparison.
    TRENDS = "doubled, tripled, quadrupled, halved, outnumber, outnumbers, outnumbered, increased, decreased, \
        declined, exceeded, exceeds, surpassed, surpasses, outpaced, overtook, shrank, shrunk, worsened, improved, \
        compared with, compared to, twice as, times as, times more, times higher, up from, down from, as many as, \
        dwindled, plummeted, plunged, soared, surged, skyrocketed, \
        is rising, are rising, is falling, are falling, is growing, are growing, is shrinking, are shrinking, is increasing, are increasing, \
        is declining, are declining, has risen, have risen, has fallen, have fallen, has grown, have grown, has shrunk, \
        on the rise, in decline, at the same rate, outperform*, lagged behind, lags behind, lag behind, ranks, ranked, outlive, outlives, outsell*, \
        as high as, as low as, as much as, as big as, as large as, as expensive as, as old as, as long as, the same as, equal to, equals, matches the, continues to rise, continues to fall, continue to rise, continue to fall";

    /// Causes and effects.
    CAUSES = "caused by, causes, caused, because of, because, due to, owing to, as a result of, as a result, led to, leads to, \
        lead to, resulted in, results in, resulted from, result from, results from, result of, triggered, triggers, \
        contributed to, contributes to, contribute to, blamed on, attributed to, thanks to, responsible for, stems from, stemmed from, stem from, linked to, \
        prompted, sparked, brought about, gave rise to, gives rise to, consequence of, the cause of, cause of, reduces the, reduced the, raises the, \
        increases the, increases, reduces, reduce the, increase the, lowers, boosts, prevents, prevented, prevent, damages, harms, \
        fueled by, fuelled by, driven by, drove up, drives up, pushed up, pushes up, brought down, kills, protects against, protect against, \
        shortens, lengthens, weakens, worsens, spreads through, transmitted by, cause, side effect of, side effects";

    /// Names of rules of law.
    LAWS = "law, laws, act, statute, statutes, constitution, constitutional, treaty, treaties, code, ordinance, regulation, regulations, decree, \
        amendment, directive, rules, rule, legislation, bill, article, clause, policy, convention, protocol, agreement, charter, permit, \
        legally, ruling, contract, court order, guidelines, ban, license, licence";
    /// What rules of law do.
    LAW_VERBS = "require*, prohibit*, ban, bans, banned, bar, bars, barred, allow, allows, allowed, permit, permits, permitted, oblige*, forbid*, forbade, entitle*, mandate*, \
        guarantee*, grant, grants, granted, limit, limits, limited, cap, caps, capped, applies, apply, applied, criminalize*, outlaw*, must, have to, has to, shall, may, protect, protects, \
        sets, defines, stipulate*, exempt*, gives, can, cannot, states, provides, regulates, punish*, obligates, covers, enshrines, makes it";
    /// Phrases of the law that stand by themselves.
    LEGAL = "is illegal, are illegal, was illegal, were illegal, illegal to, illegal for, ruled illegal, declared illegal, illegally, unlawfully, is unlawful, are unlawful, was unlawful, against the law, is a crime, a criminal offense, a criminal offence, a felony, a misdemeanor, by law, under the law, under federal law, under state law, \
        is legal, are legal, legally required, legally bound, is banned, are banned, is prohibited, are prohibited, is forbidden, are forbidden, took effect, takes effect, take effect, came into force, comes into force, entered into force, \
        have the right to, has the right to, are entitled to, is entitled to, are required to, is required to, is allowed to, are allowed to, is not allowed, are not allowed, are not permitted, is not permitted, \
        are eligible for, is eligible for, are eligible to, is eligible to, is punishable, are exempt, is exempt, is subject to, are subject to, outlawed, decriminalized, legalized, unconstitutional, \
        faces a fine, face a fine, faces fines, faces up to, face up to, is fined, are fined, faces prison, face prison, years in prison, years in jail, punished with, punished by, without a license, without a permit, need a permit, need a license, needs a permit, is mandatory, are mandatory, is compulsory, is obligatory, voting age, minimum wage";

    /// Phrases that say where a statement comes from.
    SOURCES = "according to, in the words of, as reported by, told reporters, in a statement, in an interview, data show, \
        data shows, figures show, records show, documents show, polls show, studies show, research shows, statistics show, evidence shows, surveys show, \
        refused to say, refused to comment, did not comment, did not respond, declined to, did not answer, \
        no comment, is quoted, was quoted, quoted as, is said to have, was said to have, are said to have, are reported to have, is reported to have, is believed to have, \
        allegedly, reportedly, purportedly, on the record, testimony, is accused of, are accused of, was accused of, were accused of, has been accused, have been accused, \
        said, says, tweeted, in a letter, in a memo, in an email, in a tweet, in a post, in its annual report, in his memoir, in her memoir, \
        called for, calls for, called on, calls on, spoke of, speaks of, speaks out, spoke out, complained, complains, apologized, apologised, apologizes, \
        put the figure, puts the figure, put the number, puts the number, put the cost, puts the cost, puts the toll, put the toll, by its own account, by her own account, by his own account, in the view of, \
        came out against, came out in favor, spoke against, spoke in favor, paid tribute";
    /// Works of research and those who do them: what they find or show is a statement of theirs.
    RESEARCH = "study, studies, researchers, researcher, scientists, scientist, report, reports, survey, surveys, poll, polls, projection, projections, forecasts, model, models, \
        investigation, investigations, inquiry, investigators, audit, auditors, auditor, commission, committee, jury, court, judge, judges, analysis, review, \
        paper, experts, analysts, economists, team, data, figures, records, documents, evidence, test, tests, trial, trials, research, statistics, \
        census, autopsy, prosecutors, inspectors, engineers, doctors, panel, historians, institute, agency, journalists, newspaper, index, experiment, experiments, calculations, estimates, archives, letters, emails, memo";
    /// What research does.
    FINDS = "found, finds, find, show, shows, showed, shown, suggest, suggests, suggested, indicate, indicates, indicated, concluded, conclude, concludes, \
        revealed, reveals, reveal, demonstrate, demonstrated, demonstrates, confirmed, confirms, confirm, discovered, identified, detected, documented, established, determined, ruled, attribute, attributes";
    /// Those for whom nobody in particular speaks.
    ANYONE = "people, everyone, everybody, nobody, someone, somebody, anyone, anybody, they, you, one, we, i, some, many, who, others, most, who'd, all, and, to";

    /// Bodies, offices and roles of public life.
    BODIES = "government, governments, parliament, congress, senate, senator, senators, house, court, courts, judge, judges, jury, justice, police, officer, officers, army, \
        navy, military, soldiers, troops, ministry, minister, ministers, president, presidents, premier, chancellor, governor, governors, mayor, mayors, council, councils, councillor, councilor, \
        commission, committee, agency, agencies, department, bureau, office, authority, authorities, officials, official, company, companies, firm, firms, \
        corporation, bank, banks, union, unions, party, parties, lawmakers, lawmaker, lawyer, lawyers, prosecutor, prosecutors, attorney, voters, voter, residents, resident, workers, worker, employees, employee, \
        employers, teachers, teacher, students, student, nurses, nurse, doctors, doctor, patients, patient, hospital, hospitals, school, schools, university, universities, college, \
        church, churches, museum, newspaper, newspapers, broadcaster, magazine, station, factory, factories, plant, refinery, mine, airline, airlines, airport, port, railway, railroad, \
        researchers, scientists, engineers, study, report, reports, investigators, firefighters, rescuers, protesters, demonstrators, strikers, rebels, migrants, refugees, \
        candidate, candidates, opposition, coalition, cabinet, board, director, directors, executive, executives, chairman, chairwoman, spokesman, spokeswoman, spokesperson, ambassador, embassy, \
        king, queen, prince, pope, bishop, bishops, city, town, village, state, states, country, countries, province, region, county, district, island, nation, nations, \
        federation, league, club, team, association, organization, organisation, foundation, charity, institute, laboratory, tribunal, regulator, watchdog, insurer, insurers, retailer, \
        law, bill, treaty, constitution, budget, tax, taxes, election, elections, referendum, vote, economy, inflation, unemployment, prices, wages, rents, exports, imports, emissions, population, \
        bridge, dam, tower, building, road, highway, river, lake, sea, mountain, forest, glacier, reef, volcano, earthquake, hurricane, storm, flood, fire, virus, vaccine, drug, disease, outbreak, pandemic, species, bees, \
        project, program, programme, plan, deal, agreement, contract, strike, trial, case, investigation, network, satellite, spacecraft, rocket, train, trains, ship, ferry, plane, aircraft, pilots, crew, driver, drivers, passengers, \
        farmers, farm, farms, fishermen, miners, landlords, tenants, homeowners, families, households, children, women, men, victims, suspect, suspects, defendant, prisoners, inmates, author, editor, journalist, journalists, archive, library, stadium, theater, theatre, grant, grants, data, records, documents, system";

    /// Verbs that say how something stands.
    STANDS = "has, have, had, owns, own, employs, employ, operates, operate, supplies, supply, consists of, consist of, includes, include, belongs to, belong to, contains, contain, \
        holds, hold, covers, cover, borders, border, lies, lie in, produces, produce, exports, export, imports, depends on, depend on, relies on, rely on, serves, serve, serves as, runs, carries, carry, \
        provides, provide, supports, represents, represent, governs, administers, controls, control, remains, remain, lives in, live in, works for, work for, comes from, come from, stretches, \
        connects, links, separates, spans, houses, hosts, publishes, publish, receives, receive, pays, pay, spends, spend, sells, sell, makes, uses, use, generates, generate, \
        accounts for, account for, makes up, make up, amounts to, ranks, costs, cost, measures, weighs, lacks, lack, prohibits, bans, requires, allows, permits, guarantees, chairs, heads, leads, directs, \
        manages, maintains, trains, treats, teaches, enrolls, enrols, funds, fund, finances, finance, subsidizes, collects, collect, offers, offer, attracts, attract, imposes, charges, charge, \
        speaks, speak, do not, does not, doesn't, don't, did not, didn't, hasn't, haven't, isn't, aren't, wasn't, weren't, originates, originate, predate*, dates back, dates from, flows, sits on, stands on, opposes, oppose, backs, \
        feeds, feed, burns, grows, grow, eats, eat, lays, contains, borders, absorbs, emits, emit, travels, travel, orbits, votes, elects, appoints, meets, shares, share, bears, recognizes, recognize, bans, taxes";
    /// Verbs of seeming: what seems is no state.
    SEEMING = "seems, seem, looks, look, feels, feel, sounds, sound, appears, appear, goes, hopes, matters, means, proves, deserves, needs, makes sense, comes, takes, drags, lacks";
    /// What "is" and "are" say of how something stands, beside participles.
    COMPLEMENTS = "home to, part of, member of, a member, members of, capital of, the capital, the author of, the founder of, the owner of, head of, the head of, a subsidiary, \
        made of, made up of, composed of, located, based, headquartered, situated, owned by, run by, funded by, led by, named after, known as, called, closed, open, illegal, legal, \
        available in, available to, extinct, endangered, native to, in charge of, under construction, under investigation, in prison, in jail, on trial, chair of, chairman of, president of, director of, \
        north of, south of, east of, west of, tax - free, free of charge, free for, empty, vacant, bankrupt, dead, alive, born, independent, an independent, publicly, privately, state - owned, contagious, toxic, poisonous, made from, made in, party to, signatory";

    /// Orders to the reader, at the start of a sentence.
    ORDERS = "click, read more, read the, read our, read on, read also, read, see also, see our, see the, see, send us, send your, please, sign up, subscribe, register, let us, let's, \
        let me, let, imagine, consider, don't, do not, do not miss, never forget, never underestimate, remember, forget, think of, think about, think, ask your, ask yourself, ask, call us, call your, call the, call now, visit our, visit the, visit us, \
        follow us, follow, share this, share your, join us, join the, join our, note that, note the, look at, look for, look no, take a, take the, take care, try to, try, tell us, tell me, listen to, listen, watch the, watch out, watch our, watch now, \
        download the, download our, download your, enter your, enter the, fill in, fill out, write to, write us, keep in mind, keep your, keep the, keep an eye, keep calm, bear in mind, make sure, make no mistake, be sure, be careful, be, stay tuned, stay safe, stay with, stay away, wait for, stop by, stop the, start your, start by, start with, check your, check the, check out, check whether, contact us, contact your, contact the, donate, \
        give us, give me, give your, give it, go to, come to, turn off, turn on, use your, avoid the, avoid any, avoid using, suppose, picture a, picture the, learn more, find out, get the, get your, help us, vote for, email us, email your, stir, stir in, add the, add a, apply the, wash your, put the, put your, choose your, choose a, compare the, compare your, skip to, skip the, scroll down, scroll to, tap the, tap here, press the, press here, buy your, buy the, pay attention, pay your, show your, bring your, bring a, ensure that, trust your, trust the, spare a, behold, hear the full, expect delays, expect the, beware, enjoy the, enjoy your, submit your, support our, support independent, browse our, browse the, swipe";
    /// What is printed around articles.
    NOTICES = "photo :, photos :, photograph :, image :, images :, picture :, video :, source :, sources :, credit :, credits :, illustration :, graphic :, chart :, map :, table :, figure :, caption :, \
        read more, read also, related :, related articles, see also, more on this, updated :, update :, published :, posted :, editor's note, \
        all rights reserved, ©, (c), share this, this article was, this story was, this article originally, this story originally, a version of this, this is a developing story, \
        correction :, clarification :, contact :, tags :, topics :, topic :, follow the author, about the author, continue reading, terms of use, privacy policy, \
        thank you for, we use cookies, minute read, min read, opinion :, analysis :, explainer :, watch :, listen :, live :, gallery :";

    /// The same, where no verb in the past follows.
    BARE_NOTICES = "last updated, updated, first published, published, posted on, posted, by staff, copyright, advertisement, advertising, sponsored, newsletter, subscribe, recommended, most read, most popular, thanks for, thanks to our, reporting by, editing by, additional reporting, with reporting, written by, cookies, the author is";

    /// What will, may or would be.
    UNREAL = "will, 'll, won't, shall, may, might, could, would, wouldn't, couldn't, 'd, i'll, we'll, you'll, they'll, he'll, she'll, it'll, that'll, is going to, are going to, 're going to, likely to, \
        is set to, are set to, is about to, are about to, is bound to, are bound to, perhaps, maybe, possibly, presumably, is expected to, are expected to, it is possible, it seems, it appears, seems to, seem to, appears to, appear to, can only hope, remains to be seen, remain to be seen, \
        hopefully, conceivably, arguably, in theory, is poised to, are poised to, is destined to, are destined to, promises to be, threatens to, is likely, are likely, is unlikely, are unlikely, is certain to, are certain to, is sure to, probably, too early to, too soon to";
    /// Starts of sentences about what is not.
    IF = "if, unless, suppose, supposing, were, had, what if, as if, even if, only if, should, in case, assuming, provided, once, until, when";
    /// Verbs of things that are on a calendar.
    SCHEDULED = "be held, take place, take effect, open, close, begin, start, expire, end, meet, vote, come into force, enter into force, hold, go to the polls, step down, retire, launch, be launched, be published, host, be sworn, stand trial, go on trial, appear in court, resume, face, decide, go into effect, arrive, land, be inaugurated, reopen, cease";
    /// Demands and advice.
    DEMANDS = "should, shouldn't, must, mustn't, ought, oughtn't, has to, have to, needs to, need to, needn't, had better, deserve*, it is time, it's time, high time, time to, time for, let us, let's, \
        has no choice but, have no choice but, there is no excuse, is no excuse, cannot afford to, can't afford to, would do well to, would be wise, would rather, better off, is up to, supposed to, cannot go on, can't go on, cannot continue, no one can, it is essential, it is vital, it is crucial, it is imperative, it is important, it's important, it is necessary, the time has come, enough is enough, overdue, need more, needs more, need a, needs a, owe, owes, worth, deserves, cannot ignore, can't ignore, cannot allow, can't allow, must not, cannot be allowed, need better, need new, in everyone's interest, the right thing, the wrong thing, no place for";
    /// Opinions of the one who writes.
    OPINIONS = "i think, i believe, i feel, i hope, i wish, i want, i love, i hate, i prefer, i doubt, i trust, i fear, i suppose, i guess, i suspect, i regret, i wonder, i admire, i don't think, i do not think, i don't believe, i do not believe, i can't help, i cannot help, i am convinced, i'm convinced, i am sure, i'm sure, i am afraid, i'm afraid, i would, i'd, i find, i agree, i disagree, i know, i cannot imagine, i can't imagine, i have always, i am proud, i'm proud, i personally, i dream, i miss, i long, \
        we think, we believe, we feel, we hope, we wish, we want, we love, we prefer, we trust, we fear, we don't believe, we do not believe, we are convinced, we are sure, we are proud, we need, we are afraid, we know, we can, we cannot, we can't, we agree, we pledge, we promise, we dream, we owe, we expect, we all, \
        in my opinion, in my view, to my mind, for my part, in our view, in our opinion, if you ask me, to be honest, frankly, it seems to me, let me, as far as i, to me, i for one, i say, my view, my opinion, my guess, my hope, our hope";

    /// Words of praise, blame and mood.
    MOOD = "beautiful, beautifully, wonderful, wonderfully, terrible, terribly, horrible, horribly, awful, awfully, dreadful, disgrace*, shame, shameful*, shameless*, breathtaking, stunning, gorgeous, magnificent, \
        splendid, superb, brilliant, brilliantly, brave, bravely, tender, charming, delightful, lovely, delicious, marvelous, marvellous, outrage, outrageous, appalling, disgust*, pathetic, ridiculous, absurd, \
        stupid, foolish, silly, nonsense, insult, insulting, betray*, hypocrit*, arrogan*, coward*, noble, sacred, glorious, tragic, tragically, heartbreaking, heart - breaking, inspiring, unforgivable, inexcusable, \
        unacceptable, intolerable, incredible, incredibly, amazing, amazingly, astonishing, astonishingly, fascinating, boring, exciting, thrilling, mesmerizing, haunting, masterpiece, masterful, masterly, sublime, exquisite, dazzling, unforgettable, unthinkable, \
        mistake of the, madness, folly, farce, travesty, mockery, nightmare, miracle, dreams, magic, magical, poetry, soul, souls, beauty, dignity, wisdom, courage, joy, sorrow, grief, silence, tears, smile, smiled, \
        gentle, gently, softly, quietly, sweet, sweetly, bitter, bitterly, gloomy, cozy, cosy, serene, peaceful, warm, lonely, weary, proud, proudly, happy, happily, sad, sadly, unfortunately, fortunately, luckily, thankfully, mercifully, alas, regrettably, \
        obviously, surely, clearly, undoubtedly, unquestionably, doubtless, indeed, truly, simply, frankly, of course, needless to say, to be sure, admittedly, naturally, best, worst, greatest, finest, \
        good, bad, great, nice, ugly, evil, perfect, perfectly, awkward, remarkable, remarkably, extraordinary, admirable, impressive, disappointing, embarrassing, cruel, heartless, reckless, irresponsible, unfair, fair, unjust, \
        vital, crucial, essential, priceless, timeless, hopeless, worthwhile, wasted, delight, disaster waiting, a gem, a joy, a pleasure, a treat, a triumph of, a failure of, common sense, feels, felt, holding its breath, unbearable, delicate, elegant, elegance, charm, tasty, flavor, refreshing, enchanting, vibrant, bustling, picturesque, sparkling, glowing, shimmering, scent, fragrance, smell, aroma, whispered, sighed, laughter, laughed, sobbed, wept, gazed, lingered, drifted";
    /// Sayings, transitions, and what is so general that nobody can look it up.
    SAYINGS = "nobody knows, no one knows, who knows, only time, time will tell, remains to be seen, another story, easier said, one thing is, nothing is, nothing will, no doubt, never be the same, the question is, the answer is, the question remains, questions remain, \
        the truth is, the fact is, the point is, the problem is, the reality is, the trouble is, the irony is, the challenge is, that is why, that's why, this is why, this is what, that is what, that is how, this is how, that is not, this is not, that's not, this isn't, there is no place, there is nothing, there are no easy, there is something, \
        there are things, there are times, there are moments, the stakes, the road ahead, the way forward, tip of the iceberg, at a crossroads, at stake, in the balance, the clock is, running out, left to fend, come to this, a long way to go, \
        as the saying, as they say, in other words, in short, in the end, at the end of the day, by and large, after all, generally speaking, in a sense, in every sense, in many ways, so be it, it is what it is, history teaches, history shows us, life is, life goes, \
        love is, democracy is, freedom is, justice is, politics is, politics has, journalism is, truth is, war is, peace is, money is, power is, trust is, change is, art is, music is, history is, time is, knowledge is, education is, science is, nature is, success is, there is more to, there is hope, hard to, difficult to, impossible to, tempting to, \
        everyone knows, everybody knows, we all know, it is no secret, it's no secret, it goes without saying, like it or not, for better or worse, sooner or later, the rest is history, so much for, not everyone, the jury is still out, nothing could, could hardly, can hardly, makes you wonder, the devil is, the elephant in, a matter of, food for thought, lost its way, lost their way, lost his way, lost her way, the lesson is, what matters, that said, be that as it may, more than ever, now more than, as always, as usual, time and again, here is, here are, here's, such is, welcome to, enough said, so it goes, to say the least";
    /// Verbs in the past that paint a scene or a feeling.
    SCENERY = "smiled, laughed, whispered, sighed, gazed, stared, shone, glowed, glittered, shimmered, drifted, lingered, hummed, rustled, wandered, waited, sat, stood, watched, listened, breathed, trembled, shivered, \
        wept, cried, sobbed, sang, danced, dreamed, dreamt, loved, hated, hoped, feared, felt, seemed, looked, appeared, wondered, wished, longed, yearned, sank, fell, hung, swept, settled, faded, flickered, crept, blew, smelled, tasted, sounded, enjoyed, admired, nodded, shrugged, winked, paused, hesitated, murmured, sparkled, loomed, floated, hovered, remembered, needed, wanted, tried, stirred, echoed, filled, gathered, clung, swayed, rose, mattered, deserved, knew, liked, cared, thought";
    /// Participles that tell feelings or qualities, not deeds.
    FEELINGS = "surprised, worried, tired, excited, pleased, disappointed, determined, devoted, bored, interested, concerned, scared, frightened, delighted, relieved, thrilled, exhausted, shocked, amazed, astonished, moved, touched, \
        annoyed, confused, embarrassed, frustrated, satisfied, convinced, inspired, blessed, doomed, lost, gone, gifted, talented, beloved, crowded, deserted, abandoned, relaxed, packed, heated, mixed, divided, torn, troubled, tempted, supposed, used, entitled, ashamed, overwhelmed, bathed, filled, wrapped, steeped, soaked";
    /// Subjects that stand for nothing in particular.
    VAGUE = "there, nothing, nobody, everyone, everybody, everything, something, someone, somebody, one, what, such, that, this, it, anyone, anything, you, life, time, love, things, people, who, whoever, whatever, some people, for, silence, laughter, words, hope, fear, pride";
    /// Words in "-ed" and the like that are no verbs in the past.
    NOT_PAST = "united, red, need, indeed, speed, seed, feed, bed, wicked, sacred, naked, kindred, hundred, shed, fed up, wed, aged, rugged, beloved, crooked, bleed, breed, exceed, proceed, succeed, agreed upon, deed, greed, weed, reed, freed up, creed, embed, so - called, biased, ted, fred, mohammed, ahmed, muhammed, infrared, unemployed, advanced, limited, supposed";
    /// Names of notions: with a capital only because the sentence starts with them.
    NOTIONS = "justice, politics, time, love, life, democracy, freedom, history, truth, war, peace, money, power, trust, change, art, music, knowledge, education, science, nature, success, hope, fear, pride, anger, faith, beauty, memory, silence, poverty, progress, \
        failure, death, work, sport, football, fashion, food, health, happiness, family, families, friends, people, children, parents, men, women, words, things, everyone, everybody, everything, nothing, nobody, someone, something, anyone, anything, \
        it, he, she, they, we, i, you, this, that, these, those, there, here, what, who, which, where, when, why, how, all, some, many, most, few, none, both, each, such, good, bad, time, times, sometimes, often, never, always, now, today, then, yet, still, perhaps, and, but, or, so, nor, as, if, while, although, though, because, since, after, before, during, \
        the, a, an, my, your, his, her, its, our, their, no, not, in, on, at, by, for, from, to, of, with, without, about, over, under, between, among, against, only, even, just, also, too, very, more, less, better, worse, another, other, others, either, neither, one, once, however, meanwhile, instead, maybe, nowadays, curiosity, patience, prices, rents, summer, winter, spring, autumn";
    /// Months and days: capitals that name no one.
    CALENDAR = "january, february, march, april, may, june, july, august, september, october, november, december, monday, tuesday, wednesday, thursday, friday, saturday, sunday, i, i'm, i've, i'd, i'll, god, internet, christmas, easter, mr, mrs, ms, dr, earth";
}
